package org.wangge.campaign;

import java.util.Optional;
import org.wangge.word.Word;

/** What a campaign goes to one by one. */
public enum UnitKind implements Word {
  /** 户 */
  HOUSEHOLD,
  /** 楼道、单元 */
  BUILDING_UNIT,
  /** 申报: what was declared in a form, row by row. */
  DECLARATION;

  public static Optional<UnitKind> find(String word) {
    return Word.find(UnitKind.class, word);
  }
}
