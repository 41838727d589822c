package org.wangge.server.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.people.Identity;

/** Linked identities as JSON. */
final class IdentityJson {
  private IdentityJson() {}

  static Map<String, Object> identities(List<Identity> all) {
    return Map.of("identities", all.stream().map(IdentityJson::identity).toList());
  }

  static Map<String, Object> identity(Identity one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("issuer", one.issuer());
    json.put("subject", one.subject());
    json.put("linkedBy", one.linkedBy());
    json.put("linkedAt", one.linkedAt().toString());
    return json;
  }
}
