package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Optional;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.SafeCookie;

/** Reads what is asked of sessions and the own account. */
final class SessionRequests {
  private static final int LONGEST_BYTES = 4_000;
  private static final int LONGEST_AGENT = 200;
  private static final String PASSWORD = "password";

  private SessionRequests() {}

  static SignIn signIn(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "user", PASSWORD, "code");
    return shown(
        ctx, body.getText("user"), body.getText(PASSWORD), body.text("code").orElse("").trim());
  }

  /** The password of whoever asks, once more. */
  static SignIn password(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), PASSWORD);
    return shown(ctx, Callers.of(ctx).account(), body.getText(PASSWORD), "");
  }

  /**
   * What of the caller's sessions shall end.
   *
   * @param session id of the one; empty for all but the one that asks
   * @param proof the password, if it came along
   */
  record Removal(Optional<String> session, SignIn proof) {}

  static Removal removal(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "session", PASSWORD);
    return new Removal(body.text("session"), proof(ctx, body));
  }

  /** The password of whoever asks, where it came along. */
  static SignIn proof(Context ctx, JsonBody body) {
    return shown(ctx, Callers.of(ctx).account(), body.text(PASSWORD).orElse(""), "");
  }

  /** A code of the second factor. */
  static String code(Context ctx) {
    return JsonBody.of(Json.read(ctx, LONGEST_BYTES), "code").getText("code").trim();
  }

  /** The password of now and the one to be. */
  record PasswordChange(SignIn current, String wanted) {}

  static PasswordChange passwordChange(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "current", PASSWORD);
    String account = Callers.of(ctx).account();
    return new PasswordChange(
        shown(ctx, account, body.getText("current"), ""), body.getText(PASSWORD));
  }

  /** What somebody shows, with what the request itself says. */
  static SignIn shown(Context ctx, String user, String password, String code) {
    String agent = Optional.ofNullable(ctx.userAgent()).orElse("");
    return new SignIn(
        user,
        password,
        code,
        Arrival.of(ctx).address(),
        agent.substring(0, Math.min(LONGEST_AGENT, agent.length())),
        SafeCookie.read(ctx, Callers.COOKIE).orElse(""));
  }
}
