package org.wangge.incident.joint;

import org.wangge.access.Caller;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.TimerTarget;
import org.wangge.event.Tx;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.IncidentStore;

/** Rings for duties: when one is nearly due and when it is, each told as an event. Thread-safe. */
public final class JointAlarms implements TimerTarget {
  /** The type of {@link TimerSubject} a joint handling is, called after its incident. */
  public static final String SUBJECT = "incident-joint";

  private static final String CLOCK = "duty-";

  private final IncidentStore incidents;
  private final JointStore store;
  private final TimerStore timers;

  public JointAlarms(IncidentStore incidents, JointStore store, TimerStore timers) {
    this.incidents = incidents;
    this.store = store;
    this.timers = timers;
  }

  @Override
  public void hold(Tx tx, Caller caller, TimerSubject subject) {
    incidents.hold(tx, caller, subject.id());
  }

  @Override
  public void ring(Tx tx, Caller caller, Timer timer) {
    String id = timer.subject().id();
    store
        .find(tx, caller, id)
        .flatMap(joint -> joint.duty(Integer.parseInt(timer.clock().substring(CLOCK.length()))))
        .filter(Duty::isOpen)
        .ifPresent(
            duty ->
                incidents
                    .find(tx, caller, id)
                    .ifPresent(
                        incident ->
                            tx.record(
                                new JointEvent.DutyRang(
                                    id,
                                    duty.number(),
                                    timer.alarm().mark(),
                                    IncidentPlace.of(incident)))));
  }

  /** Says for what the duties of a decision are to ring, which was made now. */
  void arm(Tx tx, Caller caller, JointHandling decided) {
    for (Duty duty : decided.duties()) {
      timers.arm(tx, caller, subject(decided), CLOCK + duty.number(), duty.alarms(tx.now()));
    }
  }

  void disarm(Tx tx, Caller caller, JointHandling joint, int duty) {
    timers.disarm(tx, caller, subject(joint), CLOCK + duty);
  }

  void disarm(Tx tx, Caller caller, JointHandling joint) {
    timers.disarm(tx, caller, subject(joint));
  }

  private static TimerSubject subject(JointHandling joint) {
    return new TimerSubject(SUBJECT, joint.incidentId());
  }
}
