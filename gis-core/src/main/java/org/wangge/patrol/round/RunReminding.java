package org.wangge.patrol.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;

/**
 * Reminds people of patrols that begin soon and tells them of those they missed. What was told is
 * remembered here only to save work: after a restart {@link RunTelling} knows what it has told. One
 * round at a time.
 */
public final class RunReminding {
  /** So long before it begins people are reminded. */
  public static final Duration AHEAD = Duration.ofMinutes(30);

  /** So long phones may say that somebody was there after all, before a patrol counts as missed. */
  public static final Duration GRACE = Duration.ofMinutes(15);

  /** Of what was missed before that, while the program stood still, nobody wants to hear. */
  public static final Duration NEWS = Duration.ofDays(1);

  private final Transactions transactions;
  private final RoundStore store;
  private final DueRuns due;
  private final RunTelling telling;
  private final Set<PatrolRun.Key> reminded = new HashSet<>();
  private final Set<PatrolRun.Key> toldMissed = new HashSet<>();

  public RunReminding(
      Transactions transactions, RoundStore store, DueRuns due, RunTelling telling) {
    this.transactions = transactions;
    this.store = store;
    this.due = due;
    this.telling = telling;
  }

  /**
   * Tells people of what is new since the last round. Patrols have to be compared before.
   *
   * @return of how many patrols
   */
  public int remind(Instant now) {
    List<DueRun> soon = transactions.read(tx -> soon(tx, now));
    List<DueRun> missed = transactions.read(tx -> missed(tx, now));
    List<DueRun> newSoon = without(soon, reminded);
    List<DueRun> newMissed = without(missed, toldMissed);
    if (!newSoon.isEmpty() || !newMissed.isEmpty()) {
      Caller upkeep = Caller.upkeep();
      transactions.write(
          upkeep,
          tx -> {
            newSoon.forEach(run -> telling.soon(tx, upkeep, run));
            newMissed.forEach(run -> telling.missed(tx, upkeep, run));
            return true;
          });
    }
    keep(reminded, soon);
    keep(toldMissed, missed);
    return newSoon.size() + newMissed.size();
  }

  private List<DueRun> soon(Tx tx, Instant now) {
    return dueIn(tx, new Span(now, now.plus(AHEAD))).stream()
        .filter(run -> run.from().isAfter(now))
        .toList();
  }

  private List<DueRun> missed(Tx tx, Instant now) {
    Span news = new Span(now.minus(NEWS), now.minus(GRACE));
    Map<PatrolRun.Key, PatrolRun> compared =
        store.runs(tx, Caller.upkeep(), RunQuery.during(news)).stream()
            .filter(run -> run.outcome().result() == RunResult.MISSED)
            .filter(run -> !run.time().to().isAfter(news.to()))
            .collect(Collectors.toMap(PatrolRun::key, Function.identity(), (a, b) -> b));
    return compared.isEmpty()
        ? List.of()
        : dueIn(tx, news).stream()
            .filter(run -> compared.containsKey(PatrolRun.Key.of(run)))
            .toList();
  }

  private List<DueRun> dueIn(Tx tx, Span time) {
    List<DueRun> runs = new ArrayList<>();
    Span reaching = new Span(time.from().minus(DueRuns.LONGEST_RUN), time.to());
    for (PatrolPlan plan : store.holding(tx, Caller.upkeep(), reaching)) {
      runs.addAll(due.of(plan, time));
    }
    return runs;
  }

  private static List<DueRun> without(List<DueRun> runs, Set<PatrolRun.Key> known) {
    return runs.stream().filter(run -> !known.contains(PatrolRun.Key.of(run))).toList();
  }

  private static void keep(Set<PatrolRun.Key> known, Collection<DueRun> told) {
    known.clear();
    told.forEach(run -> known.add(PatrolRun.Key.of(run)));
  }
}
