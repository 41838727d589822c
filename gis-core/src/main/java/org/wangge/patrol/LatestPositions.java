package org.wangge.patrol;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * Where everybody was last, in memory. A later fix replaces an earlier one, whatever order they
 * come in. Thread-safe; readers are never blocked and see each person whole.
 */
public final class LatestPositions {
  /** Less than this between two fixes is the device, not the person. */
  private static final double MOVED_METERS = 6;

  private final Map<String, Position> positions = new ConcurrentHashMap<>();
  private final AtomicInteger people = new AtomicInteger();
  private final Function<LatticePoint, Optional<String>> gridOf;

  /**
   * Makes an empty one.
   *
   * @param gridOf code of the grid that holds a point; empty outside every grid
   */
  public LatestPositions(Function<LatticePoint, Optional<String>> gridOf) {
    this.gridOf = gridOf;
  }

  /** Takes in what a person's device said. */
  public void take(PersonFixes said) {
    for (Fix fix : said.fixes()) {
      positions.compute(said.staffCode(), (code, before) -> after(before, code, fix, said));
    }
  }

  private Position after(@Nullable Position before, String code, Fix fix, PersonFixes said) {
    if (before == null) {
      return new Position(
          people.incrementAndGet(),
          code,
          fix,
          false,
          fix.at(),
          false,
          gridOf.apply(fix.location()).orElse(null),
          said.generated());
    }
    if (!fix.at().isAfter(before.fix().at())) {
      return before;
    }
    boolean walking =
        Geodesy.distanceMeters(before.fix().location(), fix.location()) > MOVED_METERS;
    return new Position(
        before.number(),
        code,
        fix,
        walking,
        walking == before.walking() ? before.since() : fix.at(),
        fix.isJumpFrom(before.fix()),
        gridOf.apply(fix.location()).orElse(null),
        said.generated());
  }

  /** Everybody whose position is worth showing, in no order. */
  public List<Position> shown(Instant now) {
    return positions.values().stream().filter(one -> !one.isGone(now)).toList();
  }

  /** Where a person was last, however long ago. */
  public Optional<Position> find(String staffCode) {
    return Optional.ofNullable(positions.get(staffCode));
  }

  /**
   * A position and how far away it is.
   *
   * @param position where somebody is
   * @param distanceMeters on the ground, straight
   */
  public record Near(Position position, double distanceMeters) {}

  /**
   * Who is nearest to a point, the nearest first.
   *
   * @param withinMeters nobody farther than this
   * @param most at most so many
   */
  public List<Near> near(LatticePoint point, double withinMeters, int most, Instant now) {
    return shown(now).stream()
        .map(one -> new Near(one, Geodesy.distanceMeters(point, one.fix().location())))
        .filter(near -> near.distanceMeters() <= withinMeters)
        .sorted(
            Comparator.comparingDouble(Near::distanceMeters)
                .thenComparing(near -> near.position().staffCode()))
        .limit(most)
        .toList();
  }
}
