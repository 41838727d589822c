package org.wangge.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.wangge.geo.LatticePoint;

/**
 * What a caller may be, and where: each role has a scope of its own. Someone may lead incidents in
 * one community and only watch the figures of another. Immutable.
 *
 * @param scopes role to where it is held
 */
public record Rights(Map<Role, AreaScope> scopes) {

  public Rights {
    scopes = Map.copyOf(scopes);
  }

  /** Some roles, all in one scope. */
  public static Rights of(Collection<Role> roles, AreaScope scope) {
    Map<Role, AreaScope> scopes = new EnumMap<>(Role.class);
    roles.forEach(role -> scopes.put(role, scope));
    return new Rights(scopes);
  }

  public Set<Role> roles() {
    return scopes.keySet();
  }

  /** Where any role is held. */
  public AreaScope scope() {
    return scopes.values().stream().reduce(AreaScope.nowhere(), AreaScope::and);
  }

  /** The roles that are held at a place of a grid. */
  public Set<Role> rolesAt(String gridCode, LatticePoint place) {
    Set<Role> held = EnumSet.noneOf(Role.class);
    scopes.forEach(
        (role, scope) -> {
          if (scope.covers(gridCode, place)) {
            held.add(role);
          }
        });
    return held;
  }

  /** The same with a role in one more scope. */
  public Rights with(Role role, AreaScope scope) {
    Map<Role, AreaScope> more = new EnumMap<>(Role.class);
    more.putAll(scopes);
    more.merge(role, scope, AreaScope::and);
    return new Rights(more);
  }

  /** What is left of it for some roles. */
  public Rights only(Collection<Role> wanted) {
    Map<Role, AreaScope> left = new EnumMap<>(Role.class);
    scopes.forEach(
        (role, scope) -> {
          if (wanted.contains(role)) {
            left.put(role, scope);
          }
        });
    return new Rights(left);
  }
}
