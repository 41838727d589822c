package org.wangge.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;

/**
 * Who holds one of some roles at a grid.
 *
 * @param roles which
 * @param grid code of the grid; grants for an area of the tree above it count
 * @param at when
 * @param amongOrNull only these accounts; null for all
 */
public record HolderQuery(
    Set<Role> roles, String grid, Instant at, @Nullable Set<String> amongOrNull) {

  public HolderQuery {
    roles = Set.copyOf(roles);
    amongOrNull = amongOrNull == null ? null : Set.copyOf(amongOrNull);
  }
}
