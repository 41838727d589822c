package org.wangge.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps what is to ring, and what has rung. A subject has one timer for each mark of each of its
 * clocks. Thread-safe; every call belongs to its transaction.
 */
public interface TimerStore {

  /**
   * Says for what a clock is to ring from now on. What has rung for a mark rings again only if that
   * is later now than it was: so a pause repeats no warning, and an extension does. What is no
   * longer listed does not ring.
   */
  void arm(Tx tx, Caller caller, TimerSubject subject, String clock, List<Alarm> alarms);

  /**
   * A clock that is to ring for the first time.
   *
   * @param subject whose
   * @param clock which of the subject's
   * @param alarms for what
   */
  record Armed(TimerSubject subject, String clock, List<Alarm> alarms) {

    public Armed {
      alarms = List.copyOf(alarms);
    }
  }

  /** The same for clocks that were not there before, all together. */
  void armNew(Tx tx, Caller caller, List<Armed> armed);

  /** Forgets a clock, with what has rung: it was stopped, or another is started in its place. */
  void disarm(Tx tx, Caller caller, TimerSubject subject, String clock);

  /** Forgets all clocks of a subject. */
  void disarm(Tx tx, Caller caller, TimerSubject subject);

  /**
   * What should have rung by an instant and has not, the earliest first.
   *
   * @param after what comes after this one in that order; empty from the first on
   */
  List<Timer> due(Tx tx, Caller caller, Instant now, Optional<Timer> after, int most);

  /**
   * Takes a timer to ring it in this transaction, and never again: empty when it has rung, is not
   * due any more, or another process is ringing it.
   */
  Optional<Timer> take(Tx tx, Caller caller, long id, Instant now);
}
