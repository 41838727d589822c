package org.wangge.server.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.ClockKind;
import org.wangge.clock.SpecialDay;
import org.wangge.clock.WorkSession;
import org.wangge.clock.WorkWeek;

/**
 * Counts time the slow and obvious way: looks, minute after minute, at what the clock on the wall
 * shows then. Shares no counting with what it judges; of a calendar it reads only what was said of
 * it. Everything is microseconds; the offsets of zones are whole minutes in the years it is used.
 */
final class ClockOracle {
  static final long MINUTE = 60_000_000L;
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int SECOND = 1_000_000;

  private final long begin;
  private final boolean[] worked;
  private final long[] shown;
  private final long[] latestShown;

  /**
   * @param begin the first minute that can be asked about
   * @param days how many can
   */
  ClockOracle(CalendarRules rules, Instant begin, int days) {
    this.begin = begin.getEpochSecond() * SECOND;
    int minutes = days * MINUTES_OF_DAY;
    worked = new boolean[minutes];
    shown = new long[minutes];
    latestShown = new long[minutes];
    LocalDate today = LocalDate.EPOCH;
    List<WorkSession> sessions = List.of();
    for (int minute = 0; minute < minutes; minute++) {
      Instant instant = begin.plusSeconds(minute * 60L);
      LocalDateTime wall = LocalDateTime.ofInstant(instant, rules.zone());
      if (minute == 0 || !wall.toLocalDate().equals(today)) {
        today = wall.toLocalDate();
        sessions = sessions(rules, today);
      }
      worked[minute] = isWorked(sessions, wall);
      shown[minute] = wall.toEpochSecond(ZoneOffset.UTC) * SECOND;
      latestShown[minute] =
          minute == 0
              ? shown[0]
              : Math.max(shown[minute], latestShown[minute - 1] + passed(minute));
    }
  }

  /** How far the latest moves in the minute before: not at all while an hour is doubled. */
  private long passed(int minute) {
    return shown[minute - 1] < latestShown[minute - 1] ? 0 : MINUTE;
  }

  private static boolean isWorked(List<WorkSession> sessions, LocalDateTime wall) {
    int minute = wall.getHour() * 60 + wall.getMinute();
    for (WorkSession session : sessions) {
      if (session.fromMinute() <= minute && minute < session.toMinute()) {
        return true;
      }
    }
    return false;
  }

  private static List<WorkSession> sessions(CalendarRules rules, LocalDate date) {
    WorkWeek week = rules.weeks().get(0);
    for (WorkWeek later : rules.weeks()) {
      week = later.from().isAfter(date) ? week : later;
    }
    for (SpecialDay day : rules.days()) {
      if (day.date().equals(date)) {
        boolean asUsual = day.kind() == SpecialDay.Kind.MAKE_UP && day.sessions().isEmpty();
        return asUsual ? week.firstWorkingDay().orElseThrow() : day.sessions();
      }
    }
    return week.on(date.getDayOfWeek());
  }

  private int minuteOf(long at) {
    return (int) ((at - begin) / MINUTE);
  }

  /** Whether a minute is counted by a clock of working time. */
  boolean isWorked(long at) {
    return worked[minuteOf(at)];
  }

  /** What of a span within a minute is counted. */
  private long ofSlice(ClockKind kind, long from, long to) {
    if (kind == ClockKind.URGENT_HOURS) {
      return to - from;
    }
    return kind == ClockKind.CALENDAR_DAYS
        ? latest(to) - latest(from)
        : isWorked(from) ? to - from : 0;
  }

  /** The latest that the clock on the wall has shown. */
  private long latest(long at) {
    int minute = minuteOf(at);
    return Math.max(latestShown[minute], shown[minute] + (at - begin) % MINUTE);
  }

  /** What is counted from one instant to another. */
  long counted(ClockKind kind, long from, long to) {
    long sum = 0;
    for (long at = from; at < to; at = next(at, to)) {
      sum += ofSlice(kind, at, next(at, to));
    }
    return sum;
  }

  private long next(long at, long most) {
    return Math.min(most, at - (at - begin) % MINUTE + MINUTE);
  }

  /**
   * When an amount is counted, with pauses.
   *
   * @param pauses pairs of from and to, in their order; the last to may be {@link Long#MAX_VALUE}
   * @return empty where that is in a pause without end
   */
  Optional<Long> due(ClockKind kind, long from, long amount, long[] pauses) {
    long left = amount;
    long at = from;
    for (int pause = 0; pause <= pauses.length; pause += 2) {
      long until = pause < pauses.length ? pauses[pause] : Long.MAX_VALUE;
      while (at < until) {
        long next = next(at, until);
        long counted = ofSlice(kind, at, next);
        if (counted >= left) {
          // While an hour is doubled, what comes of it comes with the end of a minute.
          boolean doubled = kind == ClockKind.CALENDAR_DAYS && shownAt(at) < latest(at);
          return Optional.of(doubled ? next : Math.min(next, at + left));
        }
        left -= counted;
        at = next;
      }
      if (pause < pauses.length) {
        if (pauses[pause + 1] == Long.MAX_VALUE) {
          return Optional.empty();
        }
        at = pauses[pause + 1];
      }
    }
    throw new IllegalStateException("no end");
  }

  private long shownAt(long at) {
    return shown[minuteOf(at)] + (at - begin) % MINUTE;
  }
}
