package org.wangge.shift;

import java.util.Optional;
import org.wangge.word.Word;

/** What the next shift has to know of; in the order of the sheet. */
public enum HandoverKind implements Word {
  /** 未结事件 */
  OPEN,
  /** 超期事件 */
  OVERDUE,
  /** 正在吹哨 */
  WHISTLE,
  /** 故障摄像机 */
  CAMERA,
  /** 搁置的告警 */
  SHELF,
  /** 无人应答的通知 */
  DUTY;

  public static Optional<HandoverKind> find(String word) {
    return Word.find(HandoverKind.class, word);
  }
}
