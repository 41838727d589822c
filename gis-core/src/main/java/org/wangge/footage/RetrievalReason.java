package org.wangge.footage;

import java.util.Optional;
import org.wangge.word.Word;

/** Why footage is looked at. */
public enum RetrievalReason implements Word {
  /** 处置事件 */
  INCIDENT,
  /** 寻人 */
  MISSING_PERSON,
  /** 交通事故 */
  ACCIDENT,
  /** 案件 */
  CASE,
  /** 紧急情况 */
  EMERGENCY,
  /** 设备核验 */
  CHECK;

  public static Optional<RetrievalReason> find(String word) {
    return Word.find(RetrievalReason.class, word);
  }
}
