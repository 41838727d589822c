package org.wangge.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.access.AreaScope;
import org.wangge.access.Ground;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;

/** What an account may do in a session, out of its grants. */
public final class GrantedRights {
  private GrantedRights() {}

  /** What a member may do who may do nothing else: look after the own account. */
  public static Rights member() {
    return new Rights(Map.of(Role.MEMBER, AreaScope.nowhere()));
  }

  /**
   * The rights of some grants at an instant.
   *
   * @param strong whether the session began with a second factor; without one, roles that want it
   *     are left out
   * @param groundOf the ground of an overlay area as it is now; a grant for one that is no more
   *     gives nothing
   */
  public static Rights of(
      List<Grant> grants,
      Instant at,
      boolean strong,
      Function<AreaKey, Optional<? extends Ground>> groundOf) {
    Rights rights = member();
    for (Grant grant : grants) {
      if (grant.holdsAt(at) && (strong || !grant.role().wantsSecondFactor())) {
        rights = rights.with(grant.role(), scope(grant, groundOf));
      }
    }
    return rights;
  }

  private static AreaScope scope(
      Grant grant, Function<AreaKey, Optional<? extends Ground>> groundOf) {
    if (grant.area().isEmpty()) {
      return AreaScope.unlimited();
    }
    AreaKey key = grant.area().get();
    if (key.partition().equals(Partition.TREE)) {
      return AreaScope.of(List.of(key.code()));
    }
    return groundOf.apply(key).map(AreaScope::of).orElseGet(AreaScope::nowhere);
  }
}
