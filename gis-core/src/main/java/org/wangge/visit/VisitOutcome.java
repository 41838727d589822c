package org.wangge.visit;

import java.util.Optional;
import org.wangge.word.Word;

/** What came of a visit. */
public enum VisitOutcome implements Word {
  /** 见到 */
  MET,
  /** 家中无人: tried, not seen. */
  NOBODY_HOME,
  /** 拒访: somebody was there and would not be asked; it is not due again before its time. */
  REFUSED,
  /** 已搬走: nobody lives there for now; it is looked at again in its time. */
  MOVED,
  /** 无此门牌: there is no such door; it is due no more. */
  NO_SUCH_DOOR;

  public static Optional<VisitOutcome> find(String word) {
    return Word.find(VisitOutcome.class, word);
  }

  /** Whether nobody has to go there before its time comes again. */
  public boolean settles() {
    return this != NOBODY_HOME;
  }
}
