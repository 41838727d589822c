package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.LedgerStore;
import org.wangge.evaluation.Publication;
import org.wangge.evaluation.Question;
import org.wangge.evaluation.Rating;
import org.wangge.evaluation.Score;
import org.wangge.event.Tx;
import org.wangge.incident.Action;
import org.wangge.incident.Arrival;
import org.wangge.incident.IncidentStore;

/**
 * What residents of the demonstration say of what was closed, and what is promised to all: drawn
 * from the key of each report, so that the same is told whenever the town is made again.
 */
public final class DemoRatings implements DemoPart {
  private static final int ANSWER_PERCENT = 40;
  private static final int PUBLIC_PERCENT = 12;
  private static final int LATEST_ANSWER_MINUTES = 48 * 60;
  private static final Duration SLOW = Duration.ofDays(2);
  private static final Duration LONGEST = Duration.ofDays(14);
  private static final Duration LOOKED_INTO = Duration.ofDays(4);
  private static final String ACCOUNT = "operator";
  private static final String SUPERVISOR = "supervisor";
  private static final List<String> COMPLAINTS = List.of("", "还是老样子", "等得太久", "没有人告诉我结果");
  private static final List<String> PROMISES =
      List.of("两个工作日内处理完毕", "当天到场，三天内办结", "本周内处理并回访", "二十四小时内到场处置");

  private final EvaluationStore evaluations;
  private final LedgerStore ledger;
  private final IncidentStore incidents;

  public DemoRatings(EvaluationStore evaluations, LedgerStore ledger, IncidentStore incidents) {
    this.evaluations = evaluations;
    this.ledger = ledger;
    this.incidents = incidents;
  }

  @Override
  public Duration past() {
    return MONTHS;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    // Some answer only days after the incident they reported was reported.
    List<Arrival> arrivals =
        DemoDays.of(after.minus(LONGEST), now).stream()
            .flatMap(day -> town.incidentsOf(day, now).stream())
            .toList();
    for (Arrival arrival : arrivals) {
      SplittableRandom chance = new SplittableRandom(arrival.key().hashCode());
      publish(tx, caller, arrival, chance, after);
      rate(tx, caller, arrival, chance, new Span(after, now));
    }
  }

  private record Span(Instant after, Instant now) {
    boolean holds(Instant at) {
      return at.isAfter(after) && !at.isAfter(now);
    }
  }

  private void publish(
      Tx tx, Caller caller, Arrival arrival, SplittableRandom chance, Instant after) {
    boolean chosen = chance.nextInt(100) < PUBLIC_PERCENT;
    String promise = PROMISES.get(chance.nextInt(PROMISES.size()));
    Optional<Instant> filed = at(arrival, Action.FILE);
    if (!chosen || filed.isEmpty() || !filed.get().isAfter(after)) {
      return;
    }
    incidents
        .findReport(tx, arrival.key())
        .ifPresent(
            report ->
                ledger.put(
                    tx,
                    caller,
                    new Publication(report.incidentId(), 1, promise, filed.get(), ACCOUNT, null)));
  }

  private void rate(Tx tx, Caller caller, Arrival arrival, SplittableRandom chance, Span span) {
    boolean answers = chance.nextInt(100) < ANSWER_PERCENT;
    Duration later = Duration.ofMinutes(10 + chance.nextInt(LATEST_ANSWER_MINUTES));
    int mood = chance.nextInt(100);
    Optional<Instant> closed = at(arrival, Action.CLOSE);
    if (!answers || closed.isEmpty() || !span.holds(closed.get().plus(later))) {
      return;
    }
    boolean slow =
        Duration.between(arrival.reported().reportedAt(), closed.get()).compareTo(SLOW) > 0;
    Instant at = closed.get().plus(later);
    incidents
        .findReport(tx, arrival.key())
        .ifPresent(
            report -> {
              String incident = report.incidentId();
              Instant until = closed.get().plus(evaluations.terms(tx, caller).answer());
              evaluations.ask(
                  tx, caller, new Question(arrival.key(), incident, closed.get(), until, null));
              Score score = score(mood, slow);
              String words =
                  score == Score.UNSATISFIED ? COMPLAINTS.get(mood % COMPLAINTS.size()) : "";
              Rating given =
                  evaluations.add(
                      tx, caller, new Rating(0, arrival.key(), incident, score, words, at, null));
              lookInto(tx, caller, given, span.now());
            });
  }

  /** The supervisor has looked into what waits longer than a few days. */
  private void lookInto(Tx tx, Caller caller, Rating given, Instant now) {
    Instant at = given.givenAt().plus(LOOKED_INTO);
    if (given.score() == Score.UNSATISFIED && at.isBefore(now)) {
      boolean unused =
          evaluations.review(
              tx, caller, given.id(), new Rating.Review(at, SUPERVISOR, "已电话回访，告知处理经过"));
    }
  }

  /** Who waited long is seldom pleased. The shares are made up. */
  private static Score score(int mood, boolean slow) {
    int satisfied = slow ? 45 : 74;
    int fairly = slow ? 75 : 95;
    return mood < satisfied
        ? Score.SATISFIED
        : mood < fairly ? Score.FAIRLY_SATISFIED : Score.UNSATISFIED;
  }

  private static Optional<Instant> at(Arrival arrival, Action action) {
    return arrival.done().stream()
        .filter(one -> one.action() == action)
        .map(Arrival.Done::at)
        .reduce((earlier, last) -> last);
  }
}
