package org.wangge.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Pause;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Priority;

/** Starts building cases for tests: of the first quarter of 2026, and only what matters is said. */
final class Cases {
  static final Instant DAY = Instant.parse("2026-02-03T01:00:00Z");

  private static int numbers;

  private final int number = ++numbers;
  private Priority priority = Priority.ORDINARY;
  private Channel channel = Channel.PHONE;
  private LatticePoint at = new LatticePoint(1_110_000_100, 290_000_100);
  private @Nullable String grid = "990101001001001";
  private @Nullable Handler handler;
  private Instant reported = DAY;
  private @Nullable Instant filed;
  private @Nullable Instant dispatched;
  private boolean answered;
  private final List<Case.Round> rounds = new ArrayList<>();
  private final List<Pause> suspensions = new ArrayList<>();
  private final List<Case.Answer> answers = new ArrayList<>();
  private final List<Case.Finding> findings = new ArrayList<>();
  private Case.Traits traits = Case.Traits.NONE;

  private Cases() {}

  static Cases aCase() {
    return new Cases();
  }

  /** One that was filed, dispatched and is due a day later. */
  static Cases aDueCase() {
    return aCase().filed(DAY.plusSeconds(600)).due(DAY.plus(Duration.ofDays(1)));
  }

  Cases reported(Instant when) {
    reported = when;
    return this;
  }

  Cases filed(Instant when) {
    filed = when;
    dispatched = when;
    return this;
  }

  Cases answered() {
    answered = true;
    return this;
  }

  Cases due(Instant due) {
    rounds.add(new Case.Round(due, null, null, null, false, Duration.ZERO));
    return this;
  }

  Cases closed(Instant due, Instant closed) {
    rounds.add(
        new Case.Round(
            due, closed, closed, null, !due.isAfter(closed), Duration.between(reported, closed)));
    return this;
  }

  Cases late(Instant due) {
    rounds.add(new Case.Round(due, null, null, null, true, Duration.ZERO));
    return this;
  }

  Cases cancelled(Instant due, Instant when) {
    rounds.add(new Case.Round(due, null, null, when, false, Duration.ZERO));
    return this;
  }

  Cases suspended(Instant from, @Nullable Instant to) {
    suspensions.add(new Pause(from, to));
    return this;
  }

  Cases urgent() {
    priority = Priority.URGENT;
    return this;
  }

  Cases over(Channel by) {
    channel = by;
    return this;
  }

  Cases by(Handler one) {
    handler = one;
    return this;
  }

  Cases in(@Nullable String code, LatticePoint place) {
    grid = code;
    at = place;
    return this;
  }

  Cases traits(
      boolean sentBack, boolean reworked, boolean excused, boolean escalated, boolean repeated) {
    traits = new Case.Traits(sentBack, reworked, excused, escalated, repeated, false);
    return this;
  }

  Cases assessed(long sample, Instant when, boolean passed) {
    findings.add(new Case.Finding(sample, when, passed));
    return this;
  }

  Cases rated(String reportKey, Instant when, boolean satisfied) {
    answers.add(new Case.Answer(reportKey, when, satisfied));
    return this;
  }

  Cases unfounded() {
    traits = new Case.Traits(false, false, false, false, false, true);
    return this;
  }

  Case build() {
    return new Case(
        "incident-" + number,
        "n%06d".formatted(number),
        "noise",
        channel,
        priority,
        at,
        grid,
        handler,
        new Case.Course(
            reported, filed, dispatched, answered, rounds, suspensions, answers, findings, traits));
  }
}
