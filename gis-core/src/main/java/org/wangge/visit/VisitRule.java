package org.wangge.visit;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.fault.Invalid;
import org.wangge.place.Door;

/**
 * Which doors are gone to how often, what for, and what must be known afterwards. Immutable and
 * pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1
 * @param plan what it says
 * @param begun since when it holds
 * @param retired whether nobody goes by it any more
 * @param generated whether it belongs to a demonstration
 */
public record VisitRule(
    long id, int version, Plan plan, Instant begun, boolean retired, boolean generated) {

  /**
   * What a rule says.
   *
   * @param title what it is called
   * @param purpose what for; may be empty
   * @param target which doors
   * @param kinds of which households, where it is about marked ones; else none
   * @param areas codes of areas of the tree it holds in, each with all below it
   * @param rhythm how often
   * @param facts what must be known afterwards
   */
  public record Plan(
      String title,
      String purpose,
      VisitTarget target,
      Set<MustSee> kinds,
      List<String> areas,
      Rhythm rhythm,
      Facts facts) {
    /** Characters of the longest title. */
    public static final int LONGEST_TITLE = 60;

    /** Characters of the longest purpose. */
    public static final int LONGEST_PURPOSE = 200;

    /** So many areas can be named; a street is one. */
    public static final int MOST_AREAS = 200;

    /**
     * @throws Invalid with code {@code visit-title}, {@code visit-purpose}, {@code visit-areas} or
     *     {@code visit-kinds}
     */
    public Plan {
      areas = areas.stream().distinct().sorted().toList();
      kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
      if (title.isBlank() || title.length() > LONGEST_TITLE) {
        throw new Invalid("title", "visit-title", Map.of("most", LONGEST_TITLE));
      }
      if (purpose.length() > LONGEST_PURPOSE) {
        throw new Invalid("purpose", "visit-purpose", Map.of("most", LONGEST_PURPOSE));
      }
      if (areas.isEmpty() || areas.size() > MOST_AREAS) {
        throw new Invalid("areas", "visit-areas", Map.of("most", MOST_AREAS));
      }
      if ((target == VisitTarget.MARKED) == kinds.isEmpty()) {
        throw new Invalid("kinds", "visit-kinds");
      }
    }
  }

  /** A new one, of a time. */
  static VisitRule begin(Plan plan, Instant now, boolean generated) {
    return new VisitRule(0, 1, plan, now, false, generated);
  }

  /** The same, saying something else from now on. */
  VisitRule changed(Plan other) {
    return new VisitRule(id, version + 1, other, begun, false, generated);
  }

  /** The same, by which nobody goes any more. */
  VisitRule ended() {
    return new VisitRule(id, version + 1, plan, begun, true, generated);
  }

  /** Whether it tells something of the households it is about. */
  public boolean isMarked() {
    return plan.target() == VisitTarget.MARKED;
  }

  /**
   * Whether it is about a door.
   *
   * @param marks of the household
   */
  boolean isAbout(Door door, Set<MustSee> marks) {
    boolean kind =
        switch (plan.target()) {
          case HOUSEHOLD -> door.kind() == Door.Kind.HOUSEHOLD;
          case BUSINESS -> door.kind() == Door.Kind.BUSINESS;
          case MARKED ->
              door.kind() == Door.Kind.HOUSEHOLD && marks.stream().anyMatch(plan.kinds()::contains);
        };
    return kind && plan.areas().stream().anyMatch(door.grid()::startsWith);
  }
}
