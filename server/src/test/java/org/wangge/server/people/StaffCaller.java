package org.wangge.server.people;

import java.util.EnumSet;
import java.util.Set;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Right;
import org.wangge.access.Role;

/** Someone who is signed in, for tests. */
final class StaffCaller {
  private StaffCaller() {}

  /** An account with one role and what comes with having an account. */
  static Caller of(String account, Role role, AreaScope scope) {
    Set<Role> roles = EnumSet.of(role);
    roles.addAll(Right.OWN_ACCOUNT.roles());
    return Caller.of(account, roles, scope, Purpose.USE);
  }
}
