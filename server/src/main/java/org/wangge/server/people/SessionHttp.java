package org.wangge.server.people;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;

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
    ctx.cookie(cookie(ctx, begun.secret(), -1));
    Json.write(ctx, "application/json", AccountJson.caller(begun.caller()));
  }

  /** {@code GET /api/session}: who asks. */
  public void get(Context ctx) {
    Json.write(ctx, "application/json", AccountJson.caller(Callers.of(ctx)));
  }

  /** {@code DELETE /api/session}. */
  public void end(Context ctx) {
    Optional.ofNullable(ctx.cookie(Callers.COOKIE)).ifPresent(sessions::end);
    ctx.cookie(cookie(ctx, "", 0));
    ctx.status(204);
  }

  private static Cookie cookie(Context ctx, String value, int maxAgeSeconds) {
    boolean secure = ctx.scheme().equals("https");
    return new Cookie(
        Callers.COOKIE, value, "/", maxAgeSeconds, secure, true, null, SameSite.STRICT);
  }
}
