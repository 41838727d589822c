package org.wangge.server.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.access.Role;
import org.wangge.fault.Invalid;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads what is asked of tokens. */
final class TokenRequests {
  private static final int LONGEST_BYTES = 4_000;

  private TokenRequests() {}

  /**
   * A token that is asked for.
   *
   * @param proof the password of whoever asks, if it came along
   */
  record Issue(TokenDesk.Wanted wanted, SignIn proof) {}

  static Issue issue(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BYTES), "name", "roles", "areas", "expiresAt", "password");
    return new Issue(wanted(body), SessionRequests.proof(ctx, body));
  }

  private static TokenDesk.Wanted wanted(JsonBody body) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : texts(body, "roles")) {
      roles.add(Role.find(word).orElseThrow(() -> new Invalid("roles", "token-roles")));
    }
    return new TokenDesk.Wanted(
        body.getText("name"),
        roles,
        body.has("areas") ? texts(body, "areas") : List.of(),
        Parameters.instant("expiresAt", body.getText("expiresAt")));
  }

  static List<String> texts(JsonBody body, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : body.getArray(name)) {
      if (!one.isTextual()) {
        throw new Malformed(name, "text-wanted", Map.of("name", name));
      }
      texts.add(one.textValue());
    }
    return texts;
  }
}
