package org.wangge.server.people;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.wangge.people.Session;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.SafeCookie;

/** Signing in and out. */
public final class SessionHttp {
  private final SignInDesk desk;
  private final SessionBook sessions;
  private final OpenIdHttp openId;

  SessionHttp(SignInDesk desk, SessionBook sessions, OpenIdHttp openId) {
    this.desk = desk;
    this.sessions = sessions;
    this.openId = openId;
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
   * {@code DELETE /api/session}: answers where to sign out too, if that is somewhere else. The
   * browser forgets answers it has kept, but not the reader's language, nor that a screen is a
   * wall.
   */
  public void end(Context ctx) {
    Optional<Session> ended = SafeCookie.read(ctx, Callers.COOKIE).flatMap(sessions::end);
    SafeCookie.set(ctx, Callers.COOKIE, "", 0);
    ctx.header("Clear-Site-Data", "\"cache\"");
    Optional<URI> there = ended.filter(Session::federated).flatMap(one -> openId.signOut(ctx));
    if (there.isPresent()) {
      Json.write(ctx, "application/json", Map.of("location", there.get().toString()));
    } else {
      ctx.status(204);
    }
  }
}
