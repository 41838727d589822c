package org.wangge.server.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Countdown;
import org.wangge.clock.Limit;
import org.wangge.clock.SpecialDay;
import org.wangge.clock.WorkCalendar;
import org.wangge.clock.WorkSession;
import org.wangge.clock.WorkWeek;

/** Calendars and clocks at random: usual and odd hours, zones whose clocks are put back or not. */
final class RandomClocks {
  /** Days that a calendar is looked at; limits and pauses end well before. */
  static final int DAYS = 75;

  private static final int LATEST_START = 20;
  private static final List<ClockKind> KINDS = List.of(ClockKind.values());
  private static final List<String> ZONES =
      List.of(
          "Asia/Shanghai",
          "Asia/Shanghai",
          "America/Los_Angeles",
          "Europe/Paris",
          "Australia/Lord_Howe",
          "America/Santiago",
          "Africa/Cairo");

  private final SplittableRandom random;

  RandomClocks(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Some day in the years around now, in half of them close before a clock is changed. */
  Instant begin(ZoneId zone) {
    Instant any =
        LocalDate.of(2015, 1, 1).plusDays(random.nextInt(8_000)).atStartOfDay(zone).toInstant();
    var change = zone.getRules().nextTransition(any);
    return change == null || random.nextBoolean()
        ? any.truncatedTo(ChronoUnit.HOURS)
        : change.getInstant().minus(Duration.ofDays(random.nextInt(1, 10)));
  }

  ZoneId zone() {
    return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }

  /** Hours of which there are some every week. */
  CalendarRules rules(ZoneId zone, LocalDate around) {
    List<WorkWeek> weeks = new ArrayList<>(List.of(week(LocalDate.of(2000, 1, 1))));
    if (random.nextInt(3) == 0) {
      weeks.add(week(around.plusDays(random.nextInt(30))));
    }
    List<SpecialDay> days = new ArrayList<>();
    NavigableSet<Integer> chosen = new TreeSet<>();
    random.ints(random.nextInt(8), 0, 40).forEach(chosen::add);
    for (int day : chosen) {
      days.add(special(around.plusDays(day)));
    }
    return new CalendarRules(zone, weeks, days);
  }

  private WorkWeek week(LocalDate from) {
    if (random.nextInt(3) == 0) {
      return WorkWeek.fiveDays(from, WorkSession.parseAll("08:00-12:00 14:00-18:00"));
    }
    Map<DayOfWeek, List<WorkSession>> sessions = new EnumMap<>(DayOfWeek.class);
    sessions.put(DayOfWeek.WEDNESDAY, sessions(6 * 60));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(4) != 0) {
        sessions.put(day, sessions(1 + random.nextInt(300)));
      }
    }
    return new WorkWeek(from, sessions);
  }

  /** Up to four sessions, some through the night, the first of a length. */
  private List<WorkSession> sessions(int length) {
    List<WorkSession> found = new ArrayList<>();
    int from = random.nextBoolean() ? 0 : random.nextInt(400);
    int to = from + length;
    while (to <= 24 * 60 && found.size() < 4) {
      found.add(new WorkSession(from, to));
      from = to + (random.nextInt(4) == 0 ? 0 : random.nextInt(300));
      to = from + 1 + random.nextInt(400);
    }
    if (random.nextInt(4) == 0 && found.get(found.size() - 1).toMinute() < 24 * 60) {
      found.add(new WorkSession(found.get(found.size() - 1).toMinute(), 24 * 60));
    }
    return found;
  }

  private SpecialDay special(LocalDate date) {
    return switch (random.nextInt(3)) {
      case 0 -> SpecialDay.holiday(date);
      case 1 -> SpecialDay.makeUp(date);
      default -> new SpecialDay(date, SpecialDay.Kind.MAKE_UP, sessions(60));
    };
  }

  /** A clock that was started, and maybe paused and extended. */
  Countdown clock(WorkCalendar calendar, Instant begin) {
    ClockKind kind = KINDS.get(random.nextInt(KINDS.size()));
    Limit limit = new Limit(kind, 1 + random.nextInt(kind.isInDays() ? 2 : 16 * 60));
    Instant at = begin.plus(micros(Duration.ofDays(LATEST_START)));
    Countdown clock = Countdown.start(limit, calendar, at);
    for (int i = random.nextInt(4); i > 0; i--) {
      at = at.plus(micros(Duration.ofHours(random.nextInt(1, 60))));
      clock = clock.pause(at);
      at = at.plus(micros(Duration.ofHours(random.nextInt(1, 60))));
      if (i > 1 || random.nextInt(4) != 0) {
        clock = clock.resume(at);
      }
    }
    return random.nextInt(4) == 0 && !clock.isOverdue(calendar, at)
        ? clock.extend(calendar, at, 2)
        : clock;
  }

  /** Less than a time: whole hours, whole minutes, or any microseconds. */
  Duration micros(Duration most) {
    Duration any = Duration.of(random.nextLong(most.toSeconds() * 1_000_000), ChronoUnit.MICROS);
    return switch (random.nextInt(3)) {
      case 0 -> any.truncatedTo(ChronoUnit.HOURS);
      case 1 -> any.truncatedTo(ChronoUnit.MINUTES);
      default -> any;
    };
  }
}
