package org.wangge.plan.topology;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids that each step changed, back to where it began. Two states that went a part of the way
 * together tell what is other between them in the time of the steps that they did not share.
 * Immutable.
 */
public final class Trail {
  private final @Nullable Trail before;
  private final int length;
  private final List<String> ids;

  private Trail(@Nullable Trail before, int length, Collection<String> ids) {
    this.before = before;
    this.length = length;
    this.ids = List.copyOf(ids);
  }

  /** A way that begins with all that is other than nothing. */
  public static Trail from(Collection<String> ids) {
    return new Trail(null, 1, ids);
  }

  /** The same with a step more. */
  public Trail then(Collection<String> changed) {
    return new Trail(this, length + 1, changed);
  }

  /** All ids that a step changed which the two did not go together. */
  public Set<String> apart(Trail other) {
    Set<String> apart = new LinkedHashSet<>();
    Trail one = this;
    Trail two = other;
    while (one != null && two != null && one != two) {
      if (one.length >= two.length) {
        apart.addAll(one.ids);
        one = one.before;
      } else {
        apart.addAll(two.ids);
        two = two.before;
      }
    }
    if (one != two) {
      rest(one, apart);
      rest(two, apart);
    }
    return apart;
  }

  private static void rest(@Nullable Trail start, Set<String> ids) {
    for (Trail trail = start; trail != null; trail = trail.before) {
      ids.addAll(trail.ids);
    }
  }
}
