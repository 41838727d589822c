package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** The own second factor over HTTP. */
public final class SecondFactorHttp {
  private static final String JSON = "application/json";

  private final SecondFactorDesk desk;
  private final SessionBook sessions;

  SecondFactorHttp(SecondFactorDesk desk, SessionBook sessions) {
    this.desk = desk;
    this.sessions = sessions;
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

  /** {@code POST /api/account/second-factor}: a secret, shown once. */
  public void begin(Context ctx) {
    SecondFactorDesk.Begun begun = desk.begin(Callers.of(ctx), "Wangge");
    noStore(ctx);
    Json.write(ctx, JSON, Map.of("secret", begun.secret(), "uri", begun.uri()));
  }

  /**
   * {@code POST /api/account/second-factor/confirmation}: puts it in force. The session that shows
   * the code is from now on one that began with it.
   */
  public void confirm(Context ctx) {
    Caller caller = Callers.of(ctx);
    Map<String, Object> codes =
        Map.of("recoveryCodes", desk.confirm(caller, SessionRequests.code(ctx)));
    sessions.strengthen(caller);
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

  /** {@code POST /api/account/second-factor/removal}. */
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
