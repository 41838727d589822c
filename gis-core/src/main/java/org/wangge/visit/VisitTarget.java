package org.wangge.visit;

import java.util.Optional;
import org.wangge.word.Word;

/** Which doors a rule is about. */
public enum VisitTarget implements Word {
  /** 每户 */
  HOUSEHOLD,
  /** 商户、企业 */
  BUSINESS,
  /** 必访户: households of the kinds that the rule names. */
  MARKED;

  public static Optional<VisitTarget> find(String word) {
    return Word.find(VisitTarget.class, word);
  }
}
