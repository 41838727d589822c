package org.wangge.place;

import java.util.Optional;
import org.wangge.word.Word;

/** What a point of interest is. */
public enum PointOfInterestKind implements Word {
  /** 学校 */
  SCHOOL,
  /** 医院 */
  HOSPITAL,
  /** 市场 */
  MARKET,
  /** 公园 */
  PARK,
  /** 社区居委会 */
  COMMUNITY_OFFICE,
  /** 小区大门 */
  GATE;

  public static Optional<PointOfInterestKind> find(String word) {
    return Word.find(PointOfInterestKind.class, word);
  }
}
