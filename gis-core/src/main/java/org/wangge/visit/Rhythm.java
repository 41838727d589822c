package org.wangge.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.word.Word;

/**
 * How often somebody goes to a door. Of months, calendar months count: once in each of them, or in
 * each span of several from the one in which the rule began. Of days, each visit begins anew.
 *
 * @param every how many
 * @param unit of what
 */
public record Rhythm(int every, Unit unit) {
  /** Days of the longest. */
  public static final int MOST_DAYS = 366;

  /** Months of the longest. */
  public static final int MOST_MONTHS = 12;

  /** What is counted. */
  public enum Unit implements Word {
    /** 自然日 */
    DAYS,
    /** 自然月 */
    MONTHS;

    public static Optional<Unit> find(String word) {
      return Word.find(Unit.class, word);
    }
  }

  /**
   * @throws Invalid with code {@code visit-rhythm}
   */
  public Rhythm {
    int most = unit == Unit.DAYS ? MOST_DAYS : MOST_MONTHS;
    if (every < 1 || every > most) {
      throw new Invalid("every", "visit-rhythm", Map.of("most", most));
    }
  }

  /**
   * A span within which a door is to be seen.
   *
   * @param opens from when on it is on the list
   * @param dueBy the first instant at which it is late
   */
  public record Turn(Instant opens, Instant dueBy) {}

  /**
   * The turn that is next after the last visit.
   *
   * @param begun when the rule began
   * @param lastOrNull when somebody was there last; null where nobody was
   */
  public Turn next(Instant begun, @Nullable Instant lastOrNull, ZoneId zone) {
    return unit == Unit.DAYS ? ofDays(begun, lastOrNull) : ofMonths(begun, lastOrNull, zone);
  }

  /**
   * A day for each four of them it is on the list before it is late; at first from the beginning.
   */
  private Turn ofDays(Instant begun, @Nullable Instant last) {
    Instant since = last == null || last.isBefore(begun) ? begun : last;
    Instant dueBy = since.plus(every, ChronoUnit.DAYS);
    long ahead = Math.max(1, every / 4);
    return new Turn(last == null ? begun : dueBy.minus(ahead, ChronoUnit.DAYS), dueBy);
  }

  private Turn ofMonths(Instant begun, @Nullable Instant last, ZoneId zone) {
    LocalDate first = monthOf(begun, zone);
    long turn =
        last == null
            ? 0
            : Math.floorDiv(ChronoUnit.MONTHS.between(first, monthOf(last, zone)), every) + 1;
    LocalDate opens = first.plusMonths(Math.max(0, turn) * every);
    return new Turn(
        opens.atStartOfDay(zone).toInstant(),
        opens.plusMonths(every).atStartOfDay(zone).toInstant());
  }

  private static LocalDate monthOf(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate().withDayOfMonth(1);
  }

  /** So long before a time a visit can matter to what is due at it. */
  public Instant reach(Instant before) {
    return before.minus(unit == Unit.DAYS ? every : 62L * every, ChronoUnit.DAYS);
  }
}
