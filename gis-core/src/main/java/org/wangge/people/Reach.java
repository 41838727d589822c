package org.wangge.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * Whom a caller reaches as what: people are where their posts are. Where a role is held on the
 * ground of an overlay area, it reaches who is in charge of that area, and of the grids whose
 * middle lies on its ground. Immutable.
 */
final class Reach {
  private final Caller caller;
  private final Map<Role, AreaScope> scopes = new EnumMap<>(Role.class);

  private Reach(Caller caller) {
    this.caller = caller;
  }

  static Reach of(Caller caller, AreaAtlas atlas) {
    Reach reach = new Reach(caller);
    caller.rights().scopes().forEach((role, scope) -> reach.scopes.put(role, told(scope, atlas)));
    return reach;
  }

  /** The same scope with the grids on the ground of its overlay areas told by their codes. */
  private static AreaScope told(AreaScope scope, AreaAtlas atlas) {
    if (scope.grounds().isEmpty()) {
      return scope;
    }
    List<String> codes = new ArrayList<>(scope.areaCodes());
    for (Area area : atlas.areas()) {
      if (area.level() == Level.GRID
          && area.key().partition().equals(Partition.TREE)
          && area.shape().map(LatticeShape::labelPoint).stream()
              .anyMatch(middle -> scope.grounds().stream().anyMatch(one -> one.holds(middle)))) {
        codes.add(area.code());
      }
    }
    return new AreaScope(false, codes, scope.grounds());
  }

  /** The caller with a scope by which a store finds the people. */
  Caller caller() {
    return new Caller(caller.account(), new Rights(scopes), caller.purpose(), caller.origin());
  }

  /** Where the caller has one of some roles. */
  AreaScope where(Set<Role> roles) {
    return scopes.entrySet().stream()
        .filter(held -> roles.contains(held.getKey()))
        .map(Map.Entry::getValue)
        .reduce(AreaScope.nowhere(), AreaScope::and);
  }

  /** As what the caller reaches who has these posts. */
  Set<Role> rolesAt(List<Post> posts) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    scopes.forEach(
        (role, scope) -> {
          if (scope.everywhere() || posts.stream().anyMatch(post -> covers(scope, post.area()))) {
            roles.add(role);
          }
        });
    return roles;
  }

  private static boolean covers(AreaScope scope, AreaKey area) {
    return area.partition().equals(Partition.TREE)
        ? scope.covers(area.code())
        : scope.grounds().stream()
            .anyMatch(
                ground ->
                    ground.partition().equals(area.partition())
                        && ground.code().equals(area.code()));
  }
}
