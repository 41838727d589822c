package org.wangge.server.people;

import io.javalin.http.Context;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.SafeCookie;

/** Signing in and out. */
public final class SessionHttp {
  private final SignInDesk desk;
  private final SessionBook sessions;

  SessionHttp(SignInDesk desk, SessionBook sessions) {
    this.desk = desk;
    this.sessions = sessions;
  }

  /** {@code POST /api/session}. A session that was there ends: the new one has a new secret. */
  public void begin(Context ctx) {
    SessionBook.Begun begun = desk.signIn(SessionRequests.signIn(ctx));
    SafeCookie.set(ctx, Callers.COOKIE, begun.secret(), -1);
    Json.write(ctx, "application/json", AccountJson.caller(begun.caller()));
  }

  /** {@code GET /api/session}: who asks. */
  public void get(Context ctx) {
    Json.write(ctx, "application/json", AccountJson.caller(Callers.of(ctx)));
  }

  /**
   * {@code DELETE /api/session}. The browser forgets answers it has kept, but not the reader's
   * language, nor that a screen is a wall.
   */
  public void end(Context ctx) {
    SafeCookie.read(ctx, Callers.COOKIE).ifPresent(sessions::end);
    SafeCookie.set(ctx, Callers.COOKIE, "", 0);
    ctx.header("Clear-Site-Data", "\"cache\"");
    ctx.status(204);
  }
}
