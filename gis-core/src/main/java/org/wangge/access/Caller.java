package org.wangge.access;

import java.util.Set;
import org.wangge.fault.Forbidden;

/**
 * Who asks. Every core rule, query and store read takes one, so that no right depends on a page.
 *
 * @param account id of the account, never a name
 * @param roles what the account may be here
 * @param scope where
 * @param purpose why
 */
public record Caller(String account, Set<Role> roles, AreaScope scope, Purpose purpose) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Someone without an account. */
  public static Caller anonymous() {
    return new Caller("anonymous", Set.of(Role.RESIDENT), AreaScope.unlimited(), Purpose.USE);
  }

  /** The program itself, doing upkeep that no person asked for. */
  public static Caller upkeep() {
    return new Caller("wangge", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.UPKEEP);
  }

  public boolean isAny(Role... wanted) {
    for (Role role : wanted) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any role of the caller is of someone who works here. */
  public boolean isStaff() {
    return roles.stream().anyMatch(Role::isStaff);
  }

  /** Refuses whoever does not work here. */
  public void requireStaff() {
    if (!isStaff()) {
      throw new Forbidden("role-missing");
    }
  }

  /** Refuses a caller who has none of these roles. */
  public void require(Role... wanted) {
    if (!isAny(wanted)) {
      throw new Forbidden("role-missing");
    }
  }
}
