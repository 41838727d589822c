package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Map<String, Person> people = new ConcurrentHashMap<>();

  /** The same in the order of their numbers, under its own lock; nobody is ever taken out. */
  private final List<Person> inOrder = new ArrayList<>();

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
    people.computeIfAbsent(said.staffCode(), code -> new Person()).take(said);
  }

  /** Everybody whose position is worth showing, in the order of their numbers. */
  public List<Position> shown(Instant now) {
    Instant earliest = now.minus(Position.SHOWN);
    List<Person> all = everybody();
    List<Position> shown = new ArrayList<>(all.size());
    for (Person one : all) {
      Position last = one.last;
      if (last != null && !last.fix().at().isBefore(earliest)) {
        shown.add(last);
      }
    }
    return shown;
  }

  private List<Person> everybody() {
    synchronized (inOrder) {
      return List.copyOf(inOrder);
    }
  }

  /** Where a person was last, however long ago. */
  public Optional<Position> find(String staffCode) {
    return Optional.ofNullable(people.get(staffCode)).map(one -> one.last);
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

  /** Somebody whose device said something. */
  private final class Person {
    private volatile @Nullable Position last;

    synchronized void take(PersonFixes said) {
      Position before = last;
      List<Fix> fixes = said.fixes();
      if (before == null || fixes.get(fixes.size() - 1).at().isAfter(before.fix().at())) {
        last = after(before, said);
      }
    }

    private Position after(@Nullable Position before, PersonFixes said) {
      Fix at = before == null ? said.fixes().get(0) : before.fix();
      boolean walking = before != null && before.walking();
      boolean jumped = false;
      Instant since = before == null ? at.at() : before.since();
      for (Fix fix : said.fixes()) {
        if (fix.at().isAfter(at.at())) {
          boolean walks = Geodesy.isFarther(at.location(), fix.location(), MOVED_METERS);
          since = walks == walking ? since : fix.at();
          walking = walks;
          jumped = fix.isJumpFrom(at);
          at = fix;
        }
      }
      return new Position(
          before == null ? join() : before.number(),
          said.staffCode(),
          at,
          walking,
          since,
          jumped,
          gridOf.apply(at.location()).orElse(null),
          said.generated());
    }

    private int join() {
      synchronized (inOrder) {
        inOrder.add(this);
        return inOrder.size();
      }
    }
  }
}
