package org.wangge.alarm;

import java.time.Instant;
import java.util.List;

/**
 * A row of the board. Immutable.
 *
 * @param key what tells it from the others, as long as it stands
 * @param showing what is gathered in it
 * @param priority the highest in it
 * @param alarms all in it, the oldest first
 */
public record AlarmRow(
    String key, Alarm.Showing showing, AlarmPriority priority, List<Alarm> alarms) {

  public AlarmRow {
    alarms = List.copyOf(alarms);
  }

  public int count() {
    return alarms.size();
  }

  public Alarm first() {
    return alarms.get(0);
  }

  /** The newest. */
  public Alarm last() {
    return alarms.get(alarms.size() - 1);
  }

  public Instant lastAt() {
    return last().rungAt();
  }
}
