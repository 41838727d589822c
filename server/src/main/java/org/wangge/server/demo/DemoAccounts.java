package org.wangge.server.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.AreaScope;
import org.wangge.access.Role;
import org.wangge.people.Account;
import org.wangge.people.AccountBook;

/**
 * The accounts of the demonstration, all over the whole town, with a password that everybody knows:
 * only for a server that nobody but this machine can reach.
 */
public final class DemoAccounts implements AccountBook {
  private static final String PASSWORD = "demo";

  private static final Map<String, Role> ROLES =
      Map.of(
          "operator", Role.OPERATOR,
          "planner", Role.PLANNER,
          "approver", Role.APPROVER,
          "liaison", Role.LIAISON,
          "liaison2", Role.LIAISON,
          "worker", Role.WORKER,
          "handler", Role.HANDLER,
          "supervisor", Role.SUPERVISOR,
          "admin", Role.ADMINISTRATOR);

  /** What one can sign in with. */
  public static List<String> ids() {
    return ROLES.keySet().stream().sorted().toList();
  }

  @Override
  public Optional<Account> find(String id, String password) {
    return Optional.ofNullable(ROLES.get(id))
        .filter(role -> password.equals(PASSWORD))
        .map(role -> new Account(id, Set.of(role), AreaScope.unlimited()));
  }
}
