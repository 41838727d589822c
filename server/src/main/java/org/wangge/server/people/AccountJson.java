package org.wangge.server.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.grid.AreaKey;
import org.wangge.people.Account;
import org.wangge.people.AccountRegister;
import org.wangge.people.Grant;
import org.wangge.people.Session;

/** Accounts, sessions and grants as JSON. */
final class AccountJson {
  private AccountJson() {}

  /** Who asks, as what and where. */
  static Map<String, Object> caller(Caller caller) {
    AreaScope all = caller.scope();
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("everywhere", all.everywhere());
    scope.put("areas", all.areaCodes());
    scope.put(
        "overlays",
        all.grounds().stream()
            .map(ground -> Map.of("partition", ground.partition(), "code", ground.code()))
            .toList());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("account", caller.account());
    json.put("roles", roles(caller));
    json.put("scope", scope);
    return json;
  }

  /** The words of a caller's roles; that they are a member goes without saying. */
  static List<String> roles(Caller caller) {
    return caller.roles().stream()
        .filter(role -> role != Role.MEMBER)
        .map(Role::word)
        .sorted()
        .toList();
  }

  static Map<String, @Nullable Object> account(Account account, List<Grant> grants, Instant now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account", account.id());
    json.put("state", account.state().word());
    json.put("version", account.version());
    json.put("staffCode", account.staffCodeOrNull());
    json.put("mustChangePassword", account.mustChangePassword());
    json.put("createdAt", account.createdAt().toString());
    json.put("generated", account.generated());
    json.put("grants", grants.stream().map(grant -> grant(grant, now)).toList());
    return json;
  }

  static Map<String, @Nullable Object> account(AccountRegister.Kept kept, Instant now) {
    return account(kept.account(), kept.grants(), now);
  }

  private static Map<String, @Nullable Object> grant(Grant grant, Instant now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", grant.id());
    json.put("role", grant.role().word());
    json.put("everywhere", grant.area().isEmpty());
    json.put("partition", grant.area().map(AreaKey::partition).orElse(null));
    json.put("area", grant.area().map(AreaKey::code).orElse(null));
    json.put("from", grant.validity().from().toString());
    json.put("to", grant.validity().to().map(Instant::toString).orElse(null));
    json.put("holds", grant.validity().contains(now));
    json.put("grantedBy", grant.grantedBy());
    return json;
  }

  static Map<String, Object> session(Session session, String current) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", session.id());
    json.put("current", session.id().equals(current));
    json.put("secondFactor", session.strong());
    json.put("federated", session.federated());
    json.put("begunAt", session.begunAt().toString());
    json.put("usedAt", session.usedAt().toString());
    json.put("endsAt", session.endsAt().toString());
    json.put("address", session.address());
    json.put("agent", session.agent());
    return json;
  }
}
