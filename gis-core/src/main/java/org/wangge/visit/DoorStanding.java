package org.wangge.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a door stands by a rule: what its visits come to. Immutable and pure.
 *
 * @param rule id of the rule
 * @param placeId of the door
 * @param version counts its visits: 0 before the first
 * @param settledOrNull when somebody was last there to some end; null for never
 * @param triesSince how often nobody was home since then
 * @param nextTryOrNull the day on which somebody will try again; null where none was named
 * @param outcomeOrNull of the last visit; null before the first
 */
public record DoorStanding(
    long rule,
    String placeId,
    int version,
    @Nullable Instant settledOrNull,
    int triesSince,
    @Nullable LocalDate nextTryOrNull,
    @Nullable VisitOutcome outcomeOrNull) {
  /** After so many tries its head is told (三次未遇). */
  public static final int TOLD_AFTER = 3;

  /** Where nobody has been. */
  static DoorStanding none(long rule, String placeId) {
    return new DoorStanding(rule, placeId, 0, null, 0, null, null);
  }

  /**
   * What all visits to a door come to.
   *
   * @param visits by one rule, in their order
   */
  public static DoorStanding of(long rule, String placeId, List<Visit> visits) {
    DoorStanding now = none(rule, placeId);
    for (Visit one : Visit.standing(visits)) {
      now = now.after(one);
    }
    return new DoorStanding(
        rule,
        placeId,
        visits.size(),
        now.settledOrNull,
        now.triesSince,
        now.nextTryOrNull,
        now.outcomeOrNull);
  }

  private DoorStanding after(Visit visit) {
    Visit.Said said = visit.said();
    boolean settled = said.outcome().settles();
    return new DoorStanding(
        rule,
        placeId,
        version + 1,
        settled ? visit.times().heldAt() : settledOrNull,
        settled ? 0 : triesSince + 1,
        settled ? null : said.nextTryOrNull(),
        said.outcome());
  }

  public Optional<VisitOutcome> outcome() {
    return Optional.ofNullable(outcomeOrNull);
  }

  /** Whether there turned out to be no such door. */
  public boolean isGone() {
    return outcomeOrNull == VisitOutcome.NO_SUCH_DOOR;
  }

  /** Whether it was tried so often that its head is told. */
  public boolean isUnreachable() {
    return triesSince >= TOLD_AFTER;
  }
}
