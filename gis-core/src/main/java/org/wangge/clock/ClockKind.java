package org.wangge.clock;

import java.time.Duration;
import org.wangge.word.Word;

/** What a clock counts. The source of the kinds is domain.md, "Incident life cycle". */
public enum ClockKind implements Word {
  /** 紧急工作时: all time, day and night. */
  URGENT_HOURS(Duration.ofMinutes(1)),
  /** 工作时: the time within the sessions of working days. */
  WORKING_HOURS(Duration.ofMinutes(1)),
  /** 工作日: the same time as working hours, eight hours of it to a day. */
  WORKING_DAYS(Duration.ofHours(8)),
  /** 自然日: days of the calendar on the wall, each as long as the clock on the wall says. */
  CALENDAR_DAYS(Duration.ofDays(1));

  private final Duration unit;

  ClockKind(Duration unit) {
    this.unit = unit;
  }

  /** Counted time of one unit of a limit: a minute of the hour kinds, a day of the day kinds. */
  public Duration unit() {
    return unit;
  }

  /** Whether its limits are told in days. */
  public boolean isInDays() {
    return this == WORKING_DAYS || this == CALENDAR_DAYS;
  }
}
