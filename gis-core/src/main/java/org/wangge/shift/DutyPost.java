package org.wangge.shift;

import java.util.Optional;
import org.wangge.word.Word;

/** As what somebody is on duty; in the order in which they are called. */
public enum DutyPost implements Word {
  /** 值班员 */
  OPERATOR,
  /** 带班领导 */
  LEADER,
  /** 值班网格员 */
  GRID_WORKER,
  /** 维修保障 */
  MAINTENANCE;

  public static Optional<DutyPost> find(String word) {
    return Word.find(DutyPost.class, word);
  }
}
