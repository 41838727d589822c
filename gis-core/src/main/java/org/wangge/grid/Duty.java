package org.wangge.grid;

import java.util.Optional;
import org.wangge.word.Word;

/** Duties in an area: "1 + 1 + n" of domain.md. */
public enum Duty implements Word {
  /** 网格长 */
  GRID_HEAD,
  /** 专职网格员 */
  GRID_WORKER,
  /** 街道包片干部 */
  STREET_CADRE,
  /** 社区干部 */
  COMMUNITY_CADRE,
  /** 民警或辅警 */
  POLICE,
  /** 楼栋长 */
  BUILDING_HEAD,
  /** 物业 */
  PROPERTY_COMPANY,
  /** 志愿者 */
  VOLUNTEER,
  /** 外卖快递等流动报告员 */
  MOBILE_REPORTER;

  public static Optional<Duty> find(String word) {
    return Word.find(Duty.class, word);
  }
}
