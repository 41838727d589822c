package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.SafeCookie;

/** Reads what is asked of sessions and the own account. */
final class SessionRequests {
  private static final int LONGEST_BYTES = 4_000;
  private static final int LONGEST_AGENT = 200;

  private SessionRequests() {}

  static SignIn signIn(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "user", "password", "code");
    return shown(
        ctx, text(body, "user"), text(body, "password"), body.text("code").orElse("").trim());
  }

  /** The password of whoever asks, once more. */
  static SignIn password(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "password");
    return shown(ctx, Callers.of(ctx).account(), text(body, "password"), "");
  }

  /** A code of the second factor. */
  static String code(Context ctx) {
    return text(JsonBody.of(Json.read(ctx, LONGEST_BYTES), "code"), "code").trim();
  }

  /** The password of now and the one to be. */
  record PasswordChange(SignIn current, String wanted) {}

  static PasswordChange passwordChange(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "current", "password");
    String account = Callers.of(ctx).account();
    return new PasswordChange(
        shown(ctx, account, text(body, "current"), ""), text(body, "password"));
  }

  private static SignIn shown(Context ctx, String user, String password, String code) {
    String agent = Optional.ofNullable(ctx.userAgent()).orElse("");
    return new SignIn(
        user,
        password,
        code,
        Arrival.of(ctx).address(),
        agent.substring(0, Math.min(LONGEST_AGENT, agent.length())),
        SafeCookie.read(ctx, Callers.COOKIE).orElse(""));
  }

  private static String text(JsonBody body, String name) {
    return body.text(name)
        .orElseThrow(() -> new Malformed(name, "member-missing", Map.of("name", name)));
  }
}
