package org.wangge.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.Countdown;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.TimerTarget;
import org.wangge.event.Tx;

/**
 * Rings for incidents: when handling is nearly due and when it is due, each told as an event, and
 * when a suspension ends, which then goes on by itself. Thread-safe.
 */
public final class IncidentAlarms implements TimerTarget {
  /** The type of {@link TimerSubject} it is told of. */
  public static final String SUBJECT = "incident";

  private static final String HANDLING = "handling";
  private static final String SUSPENSION = "suspension";
  private static final String RESUME = "resume";
  private static final List<Integer> WARN_PERCENTS = List.of(80);

  private final TimerStore timers;
  private final IncidentStore store;

  public IncidentAlarms(TimerStore timers, IncidentStore store) {
    this.timers = timers;
    this.store = store;
  }

  /** Says for what an incident is to ring after something was done to it. */
  void arm(Tx tx, Caller caller, Incident incident, Action action) {
    TimerSubject subject = new TimerSubject(SUBJECT, incident.id());
    if (action == Action.FILE || action == Action.REOPEN) {
      timers.disarm(tx, caller, subject);
    }
    Optional<Countdown> clock = Optional.ofNullable(incident.life().clockOrNull());
    if (clock.isPresent()) {
      List<Alarm> alarms = clock.get().alarms(Category.CALENDAR, WARN_PERCENTS);
      timers.arm(tx, caller, subject, HANDLING, alarms);
    }
    if (action == Action.SUSPEND || action == Action.RESUME || action == Action.CANCEL) {
      Instant until = incident.life().suspendedUntilOrNull();
      List<Alarm> ends = until == null ? List.of() : List.of(new Alarm(RESUME, until));
      timers.arm(tx, caller, subject, SUSPENSION, ends);
    }
  }

  @Override
  public void hold(Tx tx, Caller caller, TimerSubject subject) {
    store.hold(tx, caller, subject.id());
  }

  @Override
  public void ring(Tx tx, Caller caller, Timer timer) {
    Optional<Incident> incident = store.find(tx, caller, timer.subject().id());
    if (incident.isEmpty()) {
      return;
    }
    if (timer.clock().equals(SUSPENSION)) {
      resume(tx, caller, incident.get());
      return;
    }
    tx.record(
        new IncidentEvent.IncidentRang(
            incident.get().id(), timer.alarm().mark(), IncidentPlace.of(incident.get())));
  }

  private void resume(Tx tx, Caller caller, Incident incident) {
    if (incident.life().standing() != Standing.SUSPENDED) {
      return;
    }
    Category category = store.findCategory(tx, incident.category()).orElseThrow();
    Incident changed =
        incident.after(
            Action.RESUME, incident.circumstances(tx.now(), category.clockLimit(), null));
    store.change(tx, caller, changed, Deed.of(changed, Action.RESUME, tx.now(), caller, ""));
    arm(tx, caller, changed, Action.RESUME);
    tx.record(IncidentEvent.moved(changed, Action.RESUME));
  }
}
