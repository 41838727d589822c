package org.wangge.whistle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.WorkCalendar;
import org.wangge.event.Tx;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;

/**
 * Calls levels, one more each time, and sets the clocks by which the next is called. Thread-safe;
 * every call belongs to its transaction.
 */
public final class Escalation {
  /** The type of {@link TimerSubject} a whistle is. */
  public static final String SUBJECT = "whistle";

  private static final String ARRIVAL = "arrival-";

  private final WhistleRuleStore rules;
  private final WhistleRoll roll;
  private final Calendars calendars;
  private final TimerStore timers;

  public Escalation(
      WhistleRuleStore rules, WhistleRoll roll, Calendars calendars, TimerStore timers) {
    this.rules = rules;
    this.roll = roll;
    this.calendars = calendars;
    this.timers = timers;
  }

  /**
   * The same with the next level in which somebody is: levels in which nobody is are passed at
   * once. Unheard where no level is left.
   *
   * @param own who blew; is not called
   */
  Whistle raised(
      Tx tx,
      Caller caller,
      Whistle whistle,
      Incident incident,
      WhistleCall.Cause cause,
      @Nullable Handler own) {
    Whistle raised = whistle;
    WhistleCall.Cause why = cause;
    Optional<WhistleLevel> level = nextOf(whistle);
    while (level.isPresent()) {
      raised = called(tx, caller, raised, incident, level.get(), why, own);
      if (!raised.of(level.get()).isEmpty()) {
        return raised;
      }
      why = WhistleCall.Cause.NOBODY;
      level = level.get().next();
    }
    return raised.unheard(tx.now());
  }

  private static Optional<WhistleLevel> nextOf(Whistle whistle) {
    return whistle.calls().isEmpty()
        ? Optional.of(WhistleLevel.ESTATE)
        : whistle.last().level().next();
  }

  private Whistle called(
      Tx tx,
      Caller caller,
      Whistle whistle,
      Incident incident,
      WhistleLevel level,
      WhistleCall.Cause cause,
      @Nullable Handler own) {
    WhistleRule rule = rule(tx, caller, level);
    Instant due = calendar(tx, caller, whistle).plus(tx.now(), rule.wanted().answer());
    List<Handler> who =
        roll.of(tx, caller, whistle.placeNow(incident), incident, rule).stream()
            .filter(one -> !one.equals(own))
            .toList();
    return whistle.called(new WhistleCall(level, cause, tx.now(), due, caller.account()), who);
  }

  /** Tells what levels were called, or that none is left, and sets the clocks to run from now. */
  void follow(Tx tx, Caller caller, @Nullable Whistle before, Whistle after) {
    int known = before == null ? 0 : before.calls().size();
    for (WhistleCall call : after.calls().subList(known, after.calls().size())) {
      tx.record(new WhistleEvent.WhistleCalled(after, call));
    }
    boolean heard = before == null || before.unheardSinceOrNull() == null;
    if (heard && after.unheardSinceOrNull() != null) {
      tx.record(new WhistleEvent.WhistleUnheard(after));
    }
    if (!after.isOpen() || after.isReached() || after.unheardSinceOrNull() != null) {
      timers.disarm(tx, caller, subject(after));
    } else {
      arm(tx, caller, after);
    }
  }

  private void arm(Tx tx, Caller caller, Whistle whistle) {
    String level = whistle.last().level().word();
    List<Alarm> answer = new ArrayList<>();
    List<Alarm> arrival = new ArrayList<>();
    whistle
        .comingSince()
        .ifPresentOrElse(
            said -> arrival.add(new Alarm(Alarm.DUE, arrivalDue(tx, caller, whistle, said))),
            () -> answer.add(new Alarm(Alarm.DUE, whistle.last().due())));
    timers.arm(tx, caller, subject(whistle), level, answer);
    timers.arm(tx, caller, subject(whistle), ARRIVAL + level, arrival);
  }

  private Instant arrivalDue(Tx tx, Caller caller, Whistle whistle, Instant said) {
    WhistleRule rule = rule(tx, caller, whistle.last().level());
    return calendar(tx, caller, whistle).plus(said, rule.wanted().arrival());
  }

  /** Whether a clock is the one of somebody's arrival. */
  static boolean isArrival(String clock) {
    return clock.startsWith(ARRIVAL);
  }

  /** Whether a clock is one of the level that was called last; clocks of others have no say. */
  static boolean isOfLast(String clock, Whistle whistle) {
    String level = whistle.last().level().word();
    return clock.equals(level) || clock.equals(ARRIVAL + level);
  }

  private WorkCalendar calendar(Tx tx, Caller caller, Whistle whistle) {
    return calendars.in(tx, caller, whistle.place().grid());
  }

  private WhistleRule rule(Tx tx, Caller caller, WhistleLevel level) {
    return rules.list(tx, caller).stream()
        .filter(one -> one.level() == level)
        .findFirst()
        .orElseThrow();
  }

  private static TimerSubject subject(Whistle whistle) {
    return new TimerSubject(SUBJECT, Long.toString(whistle.id()));
  }
}
