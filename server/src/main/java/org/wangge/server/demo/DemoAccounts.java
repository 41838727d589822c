package org.wangge.server.demo;

import java.util.List;
import java.util.Map;
import org.wangge.access.Role;

/**
 * The accounts of the demonstration, all over the whole town, with a password that everybody knows:
 * only for a server that nobody but this machine can reach.
 */
public final class DemoAccounts {
  /** What all of them sign in with. */
  public static final String PASSWORD = "demo";

  /** Id of each to what it may be. */
  public static final Map<String, Role> ROLES =
      Map.of(
          "operator", Role.OPERATOR,
          "planner", Role.PLANNER,
          "approver", Role.APPROVER,
          "liaison", Role.LIAISON,
          "liaison2", Role.LIAISON,
          "worker", Role.WORKER,
          "handler", Role.HANDLER,
          "volunteer", Role.VOLUNTEER,
          "supervisor", Role.SUPERVISOR,
          "admin", Role.ADMINISTRATOR);

  private DemoAccounts() {}

  /** What one can sign in with. */
  public static List<String> ids() {
    return ROLES.keySet().stream().sorted().toList();
  }
}
