package org.wangge.server.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Countdown;
import org.wangge.clock.Counted;
import org.wangge.clock.DueReason;
import org.wangge.clock.Pause;
import org.wangge.clock.WorkCalendar;

/** Holds clocks of random calendars against one that counts minute by minute. */
final class ClockBench implements Bench {
  /** Clocks that are tried on a calendar, for whose minutes the oracle has to look once. */
  private static final int CLOCKS_OF_CALENDAR = 1_000;

  private static final long TELL_EVERY_NANOS = 9_000_000_000L;

  @Override
  public String name() {
    return "clocks";
  }

  @Override
  public String purpose() {
    return "due times of 1,000,000 random clocks against counting minute by minute";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    int wanted = settings.pick(1_000_000, 20_000);
    RandomClocks random = new RandomClocks(settings.seed());
    Tally tally = new Tally(out);
    long told = System.nanoTime();
    for (int made = 0; made < wanted; made += CLOCKS_OF_CALENDAR) {
      tally.tryCalendar(random, Math.min(CLOCKS_OF_CALENDAR, wanted - made));
      if (System.nanoTime() - told > TELL_EVERY_NANOS) {
        told = System.nanoTime();
        out.printf("  %,d of %,d clocks%n", made, wanted);
        out.flush();
      }
    }
    out.printf(
        "%,d clocks (%,d paused for good) in %.2f s; minute by minute %.1f s; %d differ%n",
        tally.clocks, tally.paused, tally.nanos / 1e9, tally.oracleNanos / 1e9, tally.wrong);
    figures.figure("clocks", tally.clocks);
    figures.figure("wrong", tally.wrong);
    figures.figure("seconds", tally.nanos / 1e9);
    figures.figure("oracle_seconds", tally.oracleNanos / 1e9);
    figures.ratio("vs_minute_by_minute", tally.oracleNanos / (double) tally.nanos);
    figures.agreed(tally.wrong == 0 && tally.clocks == wanted);
    return figures;
  }

  /** What came of it. */
  private static final class Tally {
    private static final int MOST_TOLD = 10;
    private static final Duration SPENT_WITHIN = Duration.ofDays(8);

    private final PrintWriter out;
    private int clocks;
    private int paused;
    private int wrong;
    private long nanos;
    private long oracleNanos;

    Tally(PrintWriter out) {
      this.out = out;
    }

    void tryCalendar(RandomClocks random, int count) {
      ZoneId zone = random.zone();
      Instant begin = random.begin(zone);
      CalendarRules rules = random.rules(zone, LocalDate.ofInstant(begin, zone));
      WorkCalendar calendar = new WorkCalendar(new CalendarVersion("random", 1), rules);
      long start = System.nanoTime();
      ClockOracle oracle = new ClockOracle(rules, begin, RandomClocks.DAYS);
      oracleNanos += System.nanoTime() - start;
      for (int i = 0; i < count; i++) {
        Countdown clock = random.clock(calendar, begin);
        tryClock(calendar, oracle, clock, clock.started().plus(random.micros(SPENT_WITHIN)));
      }
    }

    private void tryClock(WorkCalendar calendar, ClockOracle oracle, Countdown clock, Instant now) {
      clocks++;
      long start = System.nanoTime();
      Optional<Instant> due = clock.due(calendar);
      Duration spent = clock.spent(calendar, now);
      nanos += System.nanoTime() - start;
      start = System.nanoTime();
      ClockKind kind = clock.limit().kind();
      long[] pauses = pauses(clock);
      Optional<Instant> wanted =
          oracle
              .due(kind, micros(clock.started()), clock.allowed().toNanos() / 1_000, pauses)
              .map(at -> Instant.EPOCH.plus(at, ChronoUnit.MICROS));
      long spentWanted = spent(oracle, clock, now);
      oracleNanos += System.nanoTime() - start;
      paused += due.isEmpty() ? 1 : 0;
      List<String> faults = new ArrayList<>();
      if (!due.equals(wanted)) {
        faults.add("due " + due + ", wanted " + wanted);
      }
      if (spent.toNanos() / 1_000 != spentWanted) {
        faults.add("spent " + spent + ", wanted " + spentWanted + " µs by " + now);
      }
      explained(calendar, oracle, clock, now).ifPresent(faults::add);
      if (!faults.isEmpty()) {
        wrong++;
        if (wrong <= MOST_TOLD) {
          out.printf("WRONG: %s by %s: %s%n", clock.print(), calendar.rules(), faults);
        }
      }
    }

    /** The spans that tell why must be worked, and come to what is allowed. */
    private static Optional<String> explained(
        WorkCalendar calendar, ClockOracle oracle, Countdown clock, Instant now) {
      DueReason reason = clock.explain(calendar, now);
      Duration sum = Duration.ZERO;
      for (Counted span : reason.counted()) {
        sum = sum.plus(span.time());
        boolean working =
            clock.limit().kind() == ClockKind.WORKING_HOURS
                || clock.limit().kind() == ClockKind.WORKING_DAYS;
        if (working
            && !(oracle.isWorked(micros(span.from())) && oracle.isWorked(micros(span.to()) - 1))) {
          return Optional.of("counts a break: " + span);
        }
      }
      Duration over = sum.minus(reason.allowed());
      boolean skipped = clock.limit().kind() == ClockKind.CALENDAR_DAYS && !over.isNegative();
      boolean complete = over.isZero() || (skipped && over.compareTo(Duration.ofHours(1)) <= 0);
      return complete || reason.due().isEmpty()
          ? Optional.empty()
          : Optional.of("explained by " + sum + " of " + reason.allowed());
    }

    private static long spent(ClockOracle oracle, Countdown clock, Instant now) {
      ClockKind kind = clock.limit().kind();
      long from = micros(clock.started());
      long sum = 0;
      for (Pause pause : clock.pauses()) {
        sum += oracle.counted(kind, from, Math.min(micros(now), micros(pause.from())));
        from = pause.to().map(Tally::micros).orElse(Long.MAX_VALUE);
      }
      return sum + oracle.counted(kind, from, micros(now));
    }

    private static long[] pauses(Countdown clock) {
      long[] found = new long[2 * clock.pauses().size()];
      for (int i = 0; i < clock.pauses().size(); i++) {
        Pause pause = clock.pauses().get(i);
        found[2 * i] = micros(pause.from());
        found[2 * i + 1] = pause.to().map(Tally::micros).orElse(Long.MAX_VALUE);
      }
      return found;
    }

    private static long micros(Instant instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
  }
}
