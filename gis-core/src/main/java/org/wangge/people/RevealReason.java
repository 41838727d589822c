package org.wangge.people;

import java.util.Optional;
import org.wangge.word.Word;

/** Why a masked value is shown whole. */
public enum RevealReason implements Word {
  /** 处置事件 */
  INCIDENT,
  /** 投诉回访 */
  COMPLAINT,
  /** 紧急情况 */
  EMERGENCY,
  /** 案件 */
  CASE,
  /** 资料核对 */
  CHECK;

  public static Optional<RevealReason> find(String word) {
    return Word.find(RevealReason.class, word);
  }
}
