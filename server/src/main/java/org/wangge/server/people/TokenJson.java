package org.wangge.server.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.people.ApiToken;

/** Tokens as JSON; never what opens them. */
final class TokenJson {
  private TokenJson() {}

  static Map<String, @Nullable Object> token(ApiToken token, Instant now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", token.id());
    json.put("account", token.account());
    json.put("name", token.name());
    json.put("roles", token.roles().stream().map(Role::word).sorted().toList());
    json.put("areas", token.areas());
    json.put("createdAt", token.createdAt().toString());
    json.put("expiresAt", token.expiresAt().toString());
    json.put("lastUsedAt", token.lastUsed().map(Instant::toString).orElse(null));
    json.put("revokedAt", token.revoked().map(Instant::toString).orElse(null));
    json.put("good", token.isGoodAt(now));
    return json;
  }
}
