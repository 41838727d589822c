package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.QrCode;
import org.wangge.server.http.SafeCookie;

/** The own second factor over HTTP. */
public final class SecondFactorHttp {
  private static final String JSON = "application/json";

  private final SecondFactorDesk desk;
  private final SignInDesk signIn;
  private final SessionBook sessions;
  private final Supplier<String> site;

  /**
   * Opens it.
   *
   * @param site name that authenticator apps show
   */
  SecondFactorHttp(
      SecondFactorDesk desk, SignInDesk signIn, SessionBook sessions, Supplier<String> site) {
    this.desk = desk;
    this.signIn = signIn;
    this.sessions = sessions;
    this.site = site;
  }

  /** {@code GET /api/account/second-factor}. */
  public void get(Context ctx) {
    Parameters.of(ctx);
    SecondFactorDesk.State state = desk.state(Callers.of(ctx));
    Json.write(
        ctx,
        JSON,
        Map.of("inForce", state.inForce(), "recoveryCodesLeft", state.recoveryCodesLeft()));
  }

  /**
   * {@code POST /api/account/second-factor}: a secret, shown once, as text and as a picture. Wants
   * the password: at a session that was left alone or stolen nobody else puts in a phone of theirs.
   */
  public void begin(Context ctx) {
    var unused = signIn.prove(SessionRequests.password(ctx));
    SecondFactorDesk.Begun begun = desk.begin(Callers.of(ctx), site.get());
    String picture = Base64.getEncoder().encodeToString(QrCode.svg(begun.uri()));
    noStore(ctx);
    Json.write(
        ctx,
        JSON,
        Map.of(
            "secret", begun.secret(),
            "uri", begun.uri(),
            "qr", "data:image/svg+xml;base64," + picture));
  }

  /**
   * {@code POST /api/account/second-factor/confirmation}: puts it in force. The session that shows
   * the code is from now on one that began with it, under a new secret.
   */
  public void confirm(Context ctx) {
    Caller caller = Callers.of(ctx);
    Map<String, Object> codes =
        Map.of("recoveryCodes", desk.confirm(caller, SessionRequests.code(ctx)));
    sessions
        .strengthen(caller)
        .ifPresent(secret -> SafeCookie.set(ctx, Callers.COOKIE, secret, -1));
    noStore(ctx);
    Json.write(ctx, JSON, codes);
  }

  /** {@code POST /api/account/second-factor/recovery-codes}: new ones in place of the old. */
  public void replaceCodes(Context ctx) {
    noStore(ctx);
    Json.write(
        ctx,
        JSON,
        Map.of("recoveryCodes", desk.replaceCodes(Callers.of(ctx), SessionRequests.code(ctx))));
  }

  /** {@code POST /api/account/second-factor/removal}: ends every session of the account. */
  public void remove(Context ctx) {
    desk.remove(Callers.of(ctx), SessionRequests.code(ctx));
    ctx.status(204);
  }

  /** {@code DELETE /api/accounts/{id}/second-factor}: of somebody who has lost it. */
  public void removeOf(Context ctx) {
    desk.removeOf(Callers.of(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  private static void noStore(Context ctx) {
    ctx.header("Cache-Control", "no-store");
  }
}
