package org.wangge.whistle;

import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.TimerTarget;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Standing;

/**
 * Calls the next level by itself, where one is silent or nobody has come; and ends a whistle with
 * its incident. Thread-safe.
 */
public final class WhistleAlarms implements TimerTarget, IncidentFollower {
  private final WhistleStore store;
  private final IncidentStore incidents;
  private final Escalation escalation;

  public WhistleAlarms(WhistleStore store, IncidentStore incidents, Escalation escalation) {
    this.store = store;
    this.incidents = incidents;
    this.escalation = escalation;
  }

  @Override
  public void hold(Tx tx, Caller caller, TimerSubject subject) {
    store.hold(tx, caller, Long.parseLong(subject.id()));
  }

  @Override
  public void ring(Tx tx, Caller caller, Timer timer) {
    store
        .find(tx, caller, Long.parseLong(timer.subject().id()))
        .filter(Whistle::isOpen)
        .filter(one -> Escalation.isOfLast(timer.clock(), one) && !one.isReached())
        .ifPresent(one -> rung(tx, caller, one, Escalation.isArrival(timer.clock())));
  }

  private void rung(Tx tx, Caller caller, Whistle whistle, boolean arrival) {
    if (!arrival && whistle.isAnswered()) {
      return;
    }
    Incident incident = incidents.find(tx, caller, whistle.incidentId()).orElseThrow();
    WhistleCall.Cause cause = arrival ? WhistleCall.Cause.NOT_COME : WhistleCall.Cause.SILENT;
    Whistle raised = escalation.raised(tx, caller, whistle, incident, cause, null).next();
    store.change(tx, caller, raised);
    escalation.follow(tx, caller, whistle, raised);
  }

  /** Whether an incident waits for nobody: it is over, or put off. */
  static boolean isOver(Incident incident) {
    Standing standing = incident.life().standing();
    return !standing.isOpen() || standing == Standing.SUSPENDED;
  }

  /** Ends the whistle of an incident that is over, or put off. */
  @Override
  public void done(Tx tx, Caller caller, Incident changed) {
    if (!isOver(changed)) {
      return;
    }
    // Whoever closes an incident ends its whistle, wherever else they may act.
    Caller upkeep = Caller.upkeep();
    Optional<Whistle> lasting =
        store.list(tx, upkeep, WhistleQuery.of(changed.id())).stream()
            .filter(Whistle::isOpen)
            .findFirst();
    lasting.ifPresent(
        one -> {
          store.hold(tx, upkeep, one.id());
          Whistle current = store.find(tx, upkeep, one.id()).orElseThrow();
          if (current.isOpen()) {
            end(tx, caller, current, Whistle.Outcome.INCIDENT_ENDED);
          }
        });
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    store.eraseReasons(tx, caller, incidentId);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    store.eraseNumbers(tx, caller, numbers);
  }

  Whistle end(Tx tx, Caller caller, Whistle whistle, Whistle.Outcome outcome) {
    Whistle ended = whistle.ended(new Whistle.Ending(outcome, tx.now(), caller.account())).next();
    store.change(tx, caller, ended);
    tx.record(new WhistleEvent.WhistleEnded(ended, outcome));
    escalation.follow(tx, caller, whistle, ended);
    return ended;
  }
}
