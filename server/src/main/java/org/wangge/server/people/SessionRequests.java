package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/** Reads what is asked of sessions. */
final class SessionRequests {
  private static final int LONGEST_BYTES = 2_000;

  private SessionRequests() {}

  static SignIn signIn(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "user", "password");
    return new SignIn(text(body, "user"), text(body, "password"));
  }

  private static String text(JsonBody body, String name) {
    return body.text(name)
        .orElseThrow(() -> new Malformed(name, "member-missing", Map.of("name", name)));
  }
}
