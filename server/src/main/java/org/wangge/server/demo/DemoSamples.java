package org.wangge.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SplittableRandom;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.evaluation.Assessment;
import org.wangge.evaluation.Callback;
import org.wangge.evaluation.Lot;
import org.wangge.evaluation.Sample;
import org.wangge.evaluation.SampleFrame;
import org.wangge.evaluation.SampleMember;
import org.wangge.evaluation.SampleStore;
import org.wangge.event.Tx;
import org.wangge.server.config.Settings;

/**
 * What the supervisor of the demonstration draws by lot on Mondays, of what was closed the week
 * before. Of the newest one some are assessed; the rest is left to whoever tries it out.
 */
public final class DemoSamples implements DemoPart {
  private static final int SIZE = 12;
  private static final int ASSESSED = 8;
  private static final int HOUR = 9;
  private static final Duration PACE = Duration.ofMinutes(25);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String ACCOUNT = "supervisor";

  private final SampleStore store;

  public DemoSamples(SampleStore store) {
    this.store = store;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    LocalDate today = now.atZone(Settings.CHINA).toLocalDate();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Instant drawn = at(monday);
    if (drawn.isAfter(now)) {
      monday = monday.minusWeeks(1);
      drawn = at(monday);
    }
    if (drawn.isAfter(after)) {
      draw(tx, caller, monday, drawn, now);
    }
  }

  private static Instant at(LocalDate day) {
    return day.atTime(HOUR, 0).atZone(Settings.CHINA).toInstant();
  }

  private void draw(Tx tx, Caller caller, LocalDate monday, Instant drawn, Instant now) {
    Instant to = monday.atStartOfDay(Settings.CHINA).toInstant();
    SampleFrame frame = new SampleFrame(to.minus(WEEK), to, null, null, null, null);
    String seed = "demo-" + monday;
    List<String> population = store.population(tx, caller, frame);
    if (population.isEmpty() || store.findDrawn(tx, caller, frame, seed, SIZE).isPresent()) {
      return;
    }
    Sample sample =
        store.add(
            tx,
            caller,
            new Sample(0, frame, seed, SIZE, population.size(), drawn, ACCOUNT),
            Lot.draw(seed, population, SIZE));
    store.members(tx, caller, sample.id()).stream()
        .filter(member -> member.place() <= ASSESSED)
        .forEach(member -> assess(tx, caller, member, drawn, now));
  }

  private void assess(Tx tx, Caller caller, SampleMember member, Instant drawn, Instant now) {
    Instant at = drawn.plus(PACE.multipliedBy(member.place()));
    if (at.isAfter(now)) {
      return;
    }
    SplittableRandom chance = new SplittableRandom(member.lot().digest().hashCode());
    Assessment unused =
        store.add(
            tx,
            caller,
            new Assessment(
                0, member.sampleId(), member.incidentId(), verdict(chance), "", at, ACCOUNT),
            0);
  }

  /** The shares are made up. */
  private static Assessment.Verdict verdict(SplittableRandom chance) {
    boolean solved = chance.nextInt(100) < 75;
    Callback[] said =
        solved
            ? new Callback[] {
              Callback.SATISFIED, Callback.SATISFIED, Callback.FAIRLY_SATISFIED, Callback.UNREACHED
            }
            : new Callback[] {Callback.UNSATISFIED, Callback.UNREACHED};
    return new Assessment.Verdict(
        chance.nextInt(100) < 96,
        solved,
        chance.nextInt(100) < 90,
        said[chance.nextInt(said.length)]);
  }
}
