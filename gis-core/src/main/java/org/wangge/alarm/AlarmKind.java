package org.wangge.alarm;

import java.util.Optional;
import org.wangge.word.Word;

/** What can ring. How much each matters is an {@link AlarmRule}. */
public enum AlarmKind implements Word {
  /** 紧急事件上报: something of an urgent category was reported. */
  URGENT_REPORTED,
  /** 事件上报: something else was reported. */
  REPORTED,
  /** 吹哨: a level was called for help. */
  WHISTLE_CALLED,
  /** 哨声无人应答: no level is left to be called, and nobody comes. */
  WHISTLE_UNHEARD,
  /** 到期: the time of a stage is up. */
  CLOCK_DUE,
  /** 临期: the time of a stage is soon up. */
  CLOCK_WARNING,
  /** 请电话联系: everybody was told, and nobody has answered. */
  CALL_NOW;

  public static Optional<AlarmKind> find(String word) {
    return Word.find(AlarmKind.class, word);
  }

  /** Whether it is about a report that nobody has taken up. */
  boolean isReport() {
    return this == URGENT_REPORTED || this == REPORTED;
  }

  /** Whether it is about the time of a stage. */
  boolean isClock() {
    return this == CLOCK_DUE || this == CLOCK_WARNING;
  }
}
