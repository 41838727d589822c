package org.wangge.errand;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.TimerTarget;
import org.wangge.event.Tx;

/**
 * Notices that the wished time of an errand has passed and nobody had accepted. What is dispatched
 * after that has an end of its own, by which it lapses again. Thread-safe.
 */
public final class ErrandLapse implements TimerTarget {
  /** Type of what the timers are about. */
  public static final String SUBJECT = "errand";

  private static final String CLOCK = "window";

  private final ErrandStore store;
  private final TimerStore timers;

  public ErrandLapse(ErrandStore store, TimerStore timers) {
    this.store = store;
    this.timers = timers;
  }

  /** Lets it ring at the end of the window while nobody has accepted, and not otherwise. */
  public void follow(Tx tx, Caller caller, Errand errand) {
    TimerSubject subject = new TimerSubject(SUBJECT, Long.toString(errand.id()));
    if (errand.state().isWaiting()) {
      Instant until = errand.window().until();
      timers.arm(tx, caller, subject, CLOCK, List.of(new Alarm(Alarm.DUE, until)));
    } else {
      timers.disarm(tx, caller, subject, CLOCK);
    }
  }

  @Override
  public void hold(Tx tx, Caller caller, TimerSubject subject) {
    store.hold(tx, caller, Long.parseLong(subject.id()));
  }

  @Override
  public void ring(Tx tx, Caller caller, Timer timer) {
    store
        .find(tx, caller, Long.parseLong(timer.subject().id()))
        .filter(one -> one.state().isWaiting() && !one.window().until().isAfter(tx.now()))
        .ifPresent(
            one -> {
              Errand lapsed = one.lapsed(tx.now());
              store.change(tx, caller, lapsed);
              tx.record(new ErrandEvent.ErrandChanged(ErrandAct.LAPSE, lapsed));
            });
  }
}
