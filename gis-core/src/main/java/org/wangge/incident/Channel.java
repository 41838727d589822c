package org.wangge.incident;

import java.util.Optional;
import org.wangge.word.Word;

/** How a report came in. */
public enum Channel implements Word {
  /** 电话 */
  PHONE,
  /** 居民页面 */
  RESIDENT_PAGE,
  /** 群小程序 */
  MINI_FORM,
  /** 网格员 */
  GRID_WORKER,
  /** 楼栋长 */
  BUILDING_HEAD,
  /** 流动报告员 */
  MOBILE_REPORTER,
  /** 摄像机 */
  CAMERA,
  /** 传感器 */
  SENSOR,
  /** 部门 */
  DEPARTMENT,
  /** 匿名信 */
  LETTER;

  public static Optional<Channel> find(String word) {
    return Word.find(Channel.class, word);
  }
}
