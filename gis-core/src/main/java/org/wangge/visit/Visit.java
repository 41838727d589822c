package org.wangge.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.people.Masking;
import org.wangge.place.Door;

/**
 * Somebody was at a door. Immutable.
 *
 * @param rule id of the rule by which they went
 * @param ruleVersion as it was then
 * @param door where, as it was then
 * @param version counts the visits to this door by this rule, from 1
 * @param key of the sender, by which the same visit sent twice is known
 * @param account who
 * @param times when
 * @param said what came of it
 * @param incidentOrNull id of the incident that a hazard became; null where none was found
 * @param correctsOrNull version of the visit in whose place it stands; null for a visit of its own
 */
public record Visit(
    long rule,
    int ruleVersion,
    Door door,
    int version,
    String key,
    String account,
    Times times,
    Said said,
    @Nullable String incidentOrNull,
    @Nullable Integer correctsOrNull) {

  /**
   * When it was.
   *
   * @param heldAt counts: the phone's time where it can be so
   * @param keptAt when it came in, by the server
   */
  public record Times(Instant heldAt, Instant keptAt) {
    /** What a phone kept for longer than this counts when it comes in. */
    private static final Duration LONGEST_KEPT = Duration.ofDays(7);

    /** As a phone says, unless its clock is off. */
    static Times of(@Nullable Instant madeAt, Instant now) {
      return new Times(madeAt != null && isBelievable(madeAt, now) ? madeAt : now, now);
    }

    private static boolean isBelievable(Instant madeAt, Instant now) {
      return !madeAt.isAfter(now) && madeAt.isAfter(now.minus(LONGEST_KEPT));
    }
  }

  /**
   * What came of it.
   *
   * @param outcome in a word
   * @param nextTryOrNull the day on which somebody will try again; null where none was named
   * @param answers place of the fact to what was found out
   * @param note in the visitor's words, personal; empty where there is none
   */
  public record Said(
      VisitOutcome outcome,
      @Nullable LocalDate nextTryOrNull,
      Map<Integer, String> answers,
      String note) {
    /** Characters of the longest note. */
    public static final int LONGEST_NOTE = 500;

    public Said {
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    Said reading(UnaryOperator<String> text) {
      Map<Integer, String> read = new LinkedHashMap<>();
      answers.forEach((place, value) -> read.put(place, text.apply(value)));
      return new Said(outcome, nextTryOrNull, read, text.apply(note));
    }

    /** Nothing personal gets into a log by being printed. */
    @Override
    public String toString() {
      return "said " + outcome.word();
    }
  }

  /** As whoever may read it who does not lead there: without numbers of people. */
  Visit masked() {
    return new Visit(
        rule,
        ruleVersion,
        door,
        version,
        key,
        account,
        times,
        said.reading(Masking::numbersIn),
        incidentOrNull,
        correctsOrNull);
  }

  /** Those that no later one stands in the place of, in their order. */
  static List<Visit> standing(List<Visit> all) {
    Set<Integer> corrected =
        all.stream()
            .flatMap(one -> Stream.ofNullable(one.correctsOrNull()))
            .collect(Collectors.toSet());
    return all.stream().filter(one -> !corrected.contains(one.version())).toList();
  }
}
