package org.wangge.server.alarm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.alarm.AlarmRinging;
import org.wangge.alarm.AlarmStore;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.server.storage.EventFollower;

/** Lets alarms ring for what has happened, many in one transaction. Thread-safe. */
final class AlarmFollower implements EventFollower.Reader {
  private static final int TOGETHER = 500;
  private static final Set<String> TYPES = AlarmRinging.types();

  private final AlarmStore store;
  private final AlarmRinging ringing;

  AlarmFollower(AlarmStore store, AlarmRinging ringing) {
    this.store = store;
    this.ringing = ringing;
  }

  @Override
  public String name() {
    return "alarm-follower";
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public int together() {
    return TOGETHER;
  }

  @Override
  public Optional<Long> followed(Tx tx, Caller caller) {
    return store.followed(tx, caller);
  }

  @Override
  public void follow(Tx tx, Caller caller, long number) {
    store.follow(tx, caller, number);
  }

  @Override
  public void happened(Tx tx, List<NumberedEvent> news) {
    ringing.heard(tx, Caller.upkeep(), news);
  }
}
