package org.wangge.alarm;

import java.util.Optional;
import org.wangge.word.Word;

/**
 * How much an alarm matters, from the most. The shares that each should have of all that ring are
 * those of EEMUA 191 and ISA-18.2 (IEC 62682), measured over thirty days or more.
 */
public enum AlarmPriority implements Word {
  /** 紧急: shown at once, each apart, whatever else rings. */
  EMERGENCY(5),
  /** 重要 */
  HIGH(15),
  /** 一般 */
  LOW(80);

  private final int targetPercent;

  AlarmPriority(int targetPercent) {
    this.targetPercent = targetPercent;
  }

  /** The share it should have of all that ring, in percent. */
  public int targetPercent() {
    return targetPercent;
  }

  public static Optional<AlarmPriority> find(String word) {
    return Word.find(AlarmPriority.class, word);
  }
}
