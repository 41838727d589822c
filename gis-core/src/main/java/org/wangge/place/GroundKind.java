package org.wangge.place;

import java.util.Optional;
import org.wangge.word.Word;

/** What a piece of ground is. */
public enum GroundKind implements Word {
  /** 河 */
  RIVER,
  /** 渠 */
  CANAL,
  /** 湖、塘 */
  LAKE,
  /** 公园 */
  PARK,
  /** 绿地 */
  GRASS,
  /** 农田 */
  FARMLAND,
  /** 操场 */
  SPORTS,
  /** 小区 */
  HOUSING,
  /** 老街区 */
  OLD_QUARTER,
  /** 城中村 */
  VILLAGE,
  /** 商业 */
  COMMERCE,
  /** 工业、仓储 */
  INDUSTRY,
  /** 学校 */
  SCHOOL,
  /** 医院 */
  HOSPITAL,
  /** 市场 */
  MARKET,
  /** 机关、公共设施 */
  CIVIC;

  /** The layer of a base map that shows it. */
  public enum Layer {
    WATER,
    GREEN,
    /** Built-up land by use. */
    BLOCK
  }

  public Layer layer() {
    return switch (this) {
      case RIVER, CANAL, LAKE -> Layer.WATER;
      case PARK, GRASS, FARMLAND, SPORTS -> Layer.GREEN;
      default -> Layer.BLOCK;
    };
  }

  public static Optional<GroundKind> find(String word) {
    return Word.find(GroundKind.class, word);
  }
}
