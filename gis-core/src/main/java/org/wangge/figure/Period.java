package org.wangge.figure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wangge.word.Word;

/**
 * A period of the calendar, by the days of a place: from the first instant of its first day up to
 * the first instant after its last, [from, to). Immutable.
 *
 * @param kind how long
 * @param firstDay its first day
 * @param zone of the place
 */
public record Period(Kind kind, LocalDate firstDay, ZoneId zone) {
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int WEEKS_OF_YEAR = 52;

  /** How long a period is. */
  public enum Kind implements Word {
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public static Optional<Kind> find(String word) {
      return Word.find(Kind.class, word);
    }
  }

  public Period {
    if (!firstDay.equals(first(kind, firstDay))) {
      throw new IllegalArgumentException("no " + kind + " begins on " + firstDay);
    }
  }

  /** The one that holds a day. */
  public static Period of(Kind kind, LocalDate day, ZoneId zone) {
    return new Period(kind, first(kind, day), zone);
  }

  /** The one that holds an instant. */
  public static Period at(Kind kind, Instant instant, ZoneId zone) {
    return of(kind, instant.atZone(zone).toLocalDate(), zone);
  }

  private static LocalDate first(Kind kind, LocalDate day) {
    return switch (kind) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER ->
          day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private LocalDate moved(int periods) {
    return switch (kind) {
      case DAY -> firstDay.plusDays(periods);
      case WEEK -> firstDay.plusWeeks(periods);
      case MONTH -> firstDay.plusMonths(periods);
      case QUARTER -> firstDay.plusMonths((long) periods * MONTHS_OF_QUARTER);
      case YEAR -> firstDay.plusYears(periods);
    };
  }

  /** First instant of it. */
  public Instant from() {
    return firstDay.atStartOfDay(zone).toInstant();
  }

  /** First instant after it. */
  public Instant to() {
    return moved(1).atStartOfDay(zone).toInstant();
  }

  /** Its last day. */
  public LocalDate lastDay() {
    return moved(1).minusDays(1);
  }

  /** The one before (环比). */
  public Period previous() {
    return new Period(kind, moved(-1), zone);
  }

  /**
   * The same of last year (同比): of a week the one 52 weeks ago, which has the same days of the
   * week.
   */
  public Period lastYear() {
    LocalDate day = kind == Kind.WEEK ? firstDay.minusWeeks(WEEKS_OF_YEAR) : firstDay.minusYears(1);
    return new Period(kind, day, zone);
  }

  /** So many up to this one, the oldest first. */
  public List<Period> series(int count) {
    List<Period> all = new ArrayList<>();
    Period one = this;
    for (int i = 0; i < count; i++) {
      all.add(one);
      one = one.previous();
    }
    Collections.reverse(all);
    return all;
  }

  /** How it is looked at: as it stood at its end, or as it stands now while it lasts. */
  public Span span(Instant now) {
    return new Span(from(), to(), now.isBefore(to()) ? now : to());
  }

  /**
   * A span of time and the instant as of which it is judged. What came after that does not count:
   * so figures of the past stay what they were.
   *
   * @param from first instant
   * @param to first instant after it
   * @param asOf the end, or now while it lasts
   */
  public record Span(Instant from, Instant to, Instant asOf) {

    /** Whether an instant lies in it, and not after the one as of which it is judged. */
    public boolean holds(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(asOf);
    }

    /** Whether it lasts still. */
    public boolean isRunning() {
      return asOf.isBefore(to);
    }
  }
}
