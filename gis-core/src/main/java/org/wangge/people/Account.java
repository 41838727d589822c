package org.wangge.people;

import java.util.Set;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;

/**
 * Someone who can sign in.
 *
 * @param id what they sign in with; never a person's name
 * @param roles what they may be here
 * @param scope where
 */
public record Account(String id, Set<Role> roles, AreaScope scope) {

  public Account {
    roles = Set.copyOf(roles);
  }

  /** The account at work. */
  public Caller caller() {
    return Caller.of(id, roles, scope, Purpose.USE);
  }
}
