package org.wangge.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.CalendarFollower;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.TimerTarget;
import org.wangge.event.Tx;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageClock;

/**
 * Rings for incidents: when a stage is nearly due and when it is due, each told as an event, and
 * when a suspension ends, which then goes on by itself. When a calendar is changed, the clocks that
 * run by it are moved. Thread-safe.
 */
public final class IncidentAlarms implements TimerTarget, CalendarFollower {
  private final IncidentStore store;
  private final OpenIncidents open;
  private final IncidentClocks clocks;

  public IncidentAlarms(IncidentStore store, IncidentClocks clocks) {
    this.store = store;
    open = new OpenIncidents(store);
    this.clocks = clocks;
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
    if (timer.clock().equals(IncidentClocks.SUSPENSION)) {
      resume(tx, caller, incident.get());
      return;
    }
    Stage.find(timer.clock())
        .ifPresent(
            stage ->
                tx.record(
                    new IncidentEvent.IncidentRang(
                        incident.get().id(),
                        stage,
                        timer.alarm().mark(),
                        IncidentPlace.of(incident.get()))));
  }

  private void resume(Tx tx, Caller caller, Incident incident) {
    if (incident.life().standing() != Standing.SUSPENDED) {
      return;
    }
    Life.Circumstances with =
        new Life.Circumstances(tx.now(), clocks.terms(tx, caller, incident), null);
    Incident changed = incident.after(Action.RESUME, with);
    keep(tx, caller, incident, changed);
    store.addDeed(tx, caller, Deed.of(changed, Action.RESUME, tx.now(), caller, ""));
    tx.record(IncidentEvent.moved(changed, Action.RESUME));
  }

  /** Puts a changed incident in place, and has its clocks ring when they are due now. */
  void keep(Tx tx, Caller caller, Incident before, Incident changed) {
    List<StageClock> ended = before.life().clocks().endedIn(changed.life().clocks(), tx.now());
    store.change(tx, caller, changed);
    store.addEnded(tx, caller, Map.of(changed.id(), ended));
    clocks.rearm(tx, caller, before, changed, ended);
  }

  @Override
  public void follow(Tx tx, Caller caller, CalendarEdition changed) {
    // Clocks are moved wherever the calendar counts, whoever may see the incidents.
    Caller upkeep = Caller.upkeep();
    @Nullable String area = changed.area().isEmpty() ? null : changed.area();
    int moved =
        open.change(
            tx,
            area,
            null,
            listed -> !followed(tx, upkeep, listed).equals(listed),
            current -> follow(tx, upkeep, current));
    if (moved > 0) {
      tx.record(new IncidentEvent.IncidentsRetimed(changed.area(), changed.id(), moved));
    }
  }

  private Incident followed(Tx tx, Caller caller, Incident incident) {
    return incident.follow(clocks.calendar(tx, caller, incident));
  }

  private boolean follow(Tx tx, Caller caller, Incident current) {
    Incident followed = followed(tx, caller, current);
    if (followed.equals(current)) {
      return false;
    }
    keep(tx, caller, current, followed);
    return true;
  }
}
