package org.wangge.incident.joint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Alarm;
import org.wangge.incident.Handler;

/**
 * What one participant shall do by when, as it was decided.
 *
 * @param number from 1
 * @param handler who
 * @param what what
 * @param due by when
 * @param fromOrNull for whom it was first, where the leader has it from somebody who declined
 * @param doneOrNull that it is done; null before
 */
public record Duty(
    int number,
    Handler handler,
    String what,
    Instant due,
    @Nullable Handler fromOrNull,
    @Nullable Done doneOrNull) {
  /** At which part of its time is warned. */
  static final int WARN_PERCENT = 75;

  private static final int WHOLE_PERCENT = 100;

  /**
   * That a duty is done.
   *
   * @param at when that was said
   * @param account by whom
   */
  public record Done(Instant at, String account) {}

  public boolean isOpen() {
    return doneOrNull == null;
  }

  /** Whether it was done late: open past its deadline, or done after it. */
  public boolean isOverdue(Instant now) {
    return due.isBefore(doneOrNull == null ? now : doneOrNull.at());
  }

  /** What it is to ring for, decided at an instant. */
  List<Alarm> alarms(Instant decided) {
    Duration warnAfter =
        Duration.between(decided, due).multipliedBy(WARN_PERCENT).dividedBy(WHOLE_PERCENT);
    return List.of(
        new Alarm(Alarm.warning(WARN_PERCENT), decided.plus(warnAfter)), new Alarm(Alarm.DUE, due));
  }

  Duty done(Instant at, String account) {
    return new Duty(number, handler, what, due, fromOrNull, new Done(at, account));
  }

  Duty passedTo(Handler other) {
    Handler first = fromOrNull == null ? handler : fromOrNull;
    return new Duty(number, other, what, due, first, doneOrNull);
  }

  Duty reading(String other) {
    return new Duty(number, handler, other, due, fromOrNull, doneOrNull);
  }
}
