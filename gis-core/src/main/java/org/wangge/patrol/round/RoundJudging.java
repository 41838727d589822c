package org.wangge.patrol.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.audit.AuditEntry;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackQuery;

/**
 * Compares patrols with what was walked, again and again: those that go on, and those over until
 * phones have said all they will. What comes late is compared for {@link #LATE}. Thread-safe.
 */
public final class RoundJudging {
  /** Phones may say for a week what they did not get rid of before. */
  public static final Duration LATE = Duration.ofDays(8);

  /** So long after its end a patrol is compared in every round. */
  static final Duration SOON = Duration.ofHours(2);

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int ALL = 1_000_000;

  private final Transactions transactions;
  private final RoundStore store;
  private final DueRuns due;
  private final RoundGround ground;
  private final Function<TrackQuery, List<Track>> tracks;

  /**
   * Makes one.
   *
   * @param ground what lay where when patrols began
   * @param tracks of whoever walked, whole
   */
  public RoundJudging(
      Transactions transactions,
      RoundStore store,
      DueRuns due,
      RoundGround ground,
      Function<TrackQuery, List<Track>> tracks) {
    this.transactions = transactions;
    this.store = store;
    this.due = due;
    this.ground = ground;
    this.tracks = tracks;
  }

  /**
   * Compares those that go on or ended a little while ago.
   *
   * @return how many stand otherwise than before
   */
  public int judgeNew(Instant now) {
    return judge(new Span(now.minus(SOON), now), now);
  }

  /**
   * Compares all that phones may still tell of, a day at a time.
   *
   * @param stops asked before each day: whether to leave the rest to another time
   * @return how many stand otherwise than before
   */
  public int judgeLate(Instant now, BooleanSupplier stops) {
    int changed = 0;
    for (Instant from = now.minus(LATE);
        from.isBefore(now) && !stops.getAsBoolean();
        from = from.plus(A_DAY)) {
      Instant to = from.plus(A_DAY);
      changed += judge(new Span(from, to.isBefore(now) ? to : now), now);
    }
    return changed;
  }

  /** Removes patrols that were over before an instant, on record. */
  public int removeBefore(Instant instant) {
    Caller upkeep = Caller.upkeep();
    return transactions.write(
        upkeep,
        tx -> {
          int removed = store.removeBefore(tx, upkeep, instant);
          if (removed > 0) {
            tx.audit(
                AuditEntry.done(
                    "patrol-runs-removed",
                    "",
                    Map.of("before", instant.toString(), "count", removed)));
          }
          return removed;
        });
  }

  /** What is due, what was kept of it, and where. */
  private record Task(DueRun due, Optional<PatrolRun> kept, List<RunComparison.Ground> grounds) {}

  private int judge(Span time, Instant now) {
    List<Task> tasks = transactions.read(tx -> tasks(tx, time, now));
    Map<String, Walked> walked = walked(tasks);
    List<PatrolRun> judged = new ArrayList<>();
    for (Task task : tasks) {
      Walked known = walked.getOrDefault(task.due().staffCode(), Walked.NOTHING);
      PatrolRun run = judge(task, known, now);
      if (isOtherThan(task, run)) {
        judged.add(run);
      }
    }
    if (!judged.isEmpty()) {
      Caller upkeep = Caller.upkeep();
      transactions.write(
          upkeep,
          tx -> {
            judged.forEach(run -> store.keep(tx, upkeep, run));
            return judged.size();
          });
    }
    return judged.size();
  }

  private List<Task> tasks(Tx tx, Span time, Instant now) {
    Caller upkeep = Caller.upkeep();
    Map<PatrolRun.Key, PatrolRun> kept =
        store.runs(tx, upkeep, RunQuery.during(time)).stream()
            .collect(Collectors.toMap(PatrolRun::key, Function.identity(), (a, b) -> b));
    RoundGround.Reading reading = ground.reading(tx);
    List<Task> tasks = new ArrayList<>();
    Span reaching = new Span(time.from().minus(DueRuns.LONGEST_RUN), time.to());
    for (PatrolPlan plan : store.holding(tx, upkeep, reaching)) {
      for (DueRun run : due.of(plan, time)) {
        List<RunComparison.Ground> grounds = reading.of(run, now);
        if (!run.from().isAfter(now) && !grounds.isEmpty()) {
          tasks.add(new Task(run, Optional.ofNullable(kept.get(PatrolRun.Key.of(run))), grounds));
        }
      }
    }
    return tasks;
  }

  /** What one person walked. */
  private record Walked(List<Fix> fixes, boolean generated) {
    static final Walked NOTHING = new Walked(List.of(), false);
  }

  private Map<String, Walked> walked(List<Task> tasks) {
    Map<String, Walked> walked = new HashMap<>();
    if (tasks.isEmpty()) {
      return walked;
    }
    Comparator<Instant> natural = Comparator.naturalOrder();
    Instant from = tasks.stream().map(one -> one.due().from()).min(natural).orElseThrow();
    Instant to = tasks.stream().map(one -> one.due().to()).max(natural).orElseThrow();
    Set<String> people =
        tasks.stream().map(one -> one.due().staffCode()).collect(Collectors.toSet());
    Map<String, List<Track>> byPerson =
        tracks
            .apply(
                new TrackQuery(
                    null,
                    null,
                    from.minus(KnownWay.MARGIN),
                    to.plus(KnownWay.MARGIN),
                    people,
                    "",
                    ALL))
            .stream()
            .collect(Collectors.groupingBy(Track::staffCode));
    byPerson.forEach(
        (code, all) ->
            walked.put(code, new Walked(fixes(all), all.stream().allMatch(Track::generated))));
    return walked;
  }

  private static List<Fix> fixes(List<Track> tracks) {
    return tracks.stream()
        .sorted(Comparator.comparing(Track::from))
        .flatMap(track -> track.fixes().stream())
        .toList();
  }

  private static PatrolRun judge(Task task, Walked walked, Instant now) {
    DueRun run = task.due();
    return new PatrolRun(
        task.kept().map(PatrolRun::id).orElse(0L),
        run.plan().id(),
        run.plan().version(),
        run.staffCode(),
        new Span(run.from(), run.to()),
        RunComparison.compare(run, task.grounds(), walked.fixes(), now).outcome(),
        now,
        walked.generated());
  }

  private static boolean isOtherThan(Task task, PatrolRun run) {
    return task.kept().map(kept -> isOther(kept.outcome(), run.outcome())).orElse(true);
  }

  private static boolean isOther(RunComparison.Outcome before, RunComparison.Outcome after) {
    return before.result() != after.result()
        || before.fixes() != after.fixes()
        || before.silences().size() != after.silences().size();
  }

  /**
   * All that can be told of a patrol, worked out anew.
   *
   * @param grounds where it was due
   * @param compared how it went
   */
  public record Sheet(List<RunComparison.Ground> grounds, RunComparison.Compared compared) {
    public Sheet {
      grounds = List.copyOf(grounds);
    }
  }

  /** Works a patrol out anew; whoever asks may see it. */
  public Sheet sheet(DueRun run, Instant now) {
    List<RunComparison.Ground> grounds = transactions.read(tx -> ground.reading(tx).of(run, now));
    Task task = new Task(run, Optional.empty(), grounds);
    Walked known = walked(List.of(task)).getOrDefault(run.staffCode(), Walked.NOTHING);
    return new Sheet(grounds, RunComparison.compare(run, grounds, known.fixes(), now));
  }
}
