package org.wangge.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.wangge.place.Door;
import org.wangge.word.Word;

/**
 * A door that somebody has to go to.
 *
 * @param rule by which
 * @param door which
 * @param standing what its visits have come to
 * @param turn the span within which it is to be seen
 * @param isLate whether that span is over
 */
public record DueDoor(
    VisitRule rule, Door door, DoorStanding standing, Rhythm.Turn turn, boolean isLate) {

  /** Which doors can be asked for. */
  public enum State implements Word {
    /** In time. */
    DUE,
    /** 逾期 */
    OVERDUE,
    /** 三次未遇: tried, and nobody home, so often that its head is told. */
    UNREACHABLE;

    public static Optional<State> find(String word) {
      return Word.find(State.class, word);
    }
  }

  /** Whether it stands so. */
  boolean is(State state) {
    return switch (state) {
      case DUE -> !isLate;
      case OVERDUE -> isLate;
      case UNREACHABLE -> standing.isUnreachable();
    };
  }

  /** What is due, of a door that may not be. */
  static Optional<DueDoor> of(
      VisitRule rule, Door door, DoorStanding standing, ZoneId zone, Instant now) {
    if (standing.isGone()) {
      return Optional.empty();
    }
    Rhythm.Turn turn = rule.plan().rhythm().next(rule.begun(), standing.settledOrNull(), zone);
    return turn.opens().isAfter(now)
        ? Optional.empty()
        : Optional.of(new DueDoor(rule, door, standing, turn, !turn.dueBy().isAfter(now)));
  }
}
