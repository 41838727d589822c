package org.wangge.plan.compare;

import java.util.Comparator;
import org.wangge.access.AreaScope;

/**
 * From one grid to another.
 *
 * @param from code of the grid it was in; empty where it was in none
 * @param to code of the grid it comes to; empty where it comes to none
 */
public record Move(String from, String to) implements Comparable<Move> {
  private static final Comparator<Move> ORDER =
      Comparator.comparing(Move::from).thenComparing(Move::to);

  @Override
  public int compareTo(Move other) {
    return ORDER.compare(this, other);
  }

  /** Whether one of the two grids lies in a scope. */
  public boolean touches(AreaScope scope) {
    return (!from.isEmpty() && scope.covers(from)) || (!to.isEmpty() && scope.covers(to));
  }
}
