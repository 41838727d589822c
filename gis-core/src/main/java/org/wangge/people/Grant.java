package org.wangge.people;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaKey;

/**
 * A role that an account holds somewhere for some time. A grant is never changed: it ends, and
 * another begins.
 *
 * @param id its number
 * @param account id of the account
 * @param role what
 * @param areaOrNull where: an area of the tree with all below it, or one of an overlay partition;
 *     null everywhere
 * @param validity when
 * @param grantedBy id of the account that gave it
 */
public record Grant(
    long id,
    String account,
    Role role,
    @Nullable AreaKey areaOrNull,
    Validity validity,
    String grantedBy) {

  /** Where it holds; empty everywhere. */
  public Optional<AreaKey> area() {
    return Optional.ofNullable(areaOrNull);
  }

  boolean isOverAt(Instant instant) {
    return validity.to().filter(end -> !end.isAfter(instant)).isPresent();
  }

  boolean holdsAt(Instant instant) {
    return validity.contains(instant);
  }
}
