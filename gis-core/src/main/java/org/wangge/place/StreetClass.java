package org.wangge.place;

import java.util.Locale;
import java.util.Optional;

/** How much a street carries, from the most. */
public enum StreetClass {
  /** 主干路 */
  ARTERIAL,
  /** 次干路 */
  COLLECTOR,
  /** 支路 */
  LOCAL,
  /** 巷弄 */
  LANE,
  /** 步行道 */
  PATH;

  /** In URLs, files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<StreetClass> find(String word) {
    for (StreetClass value : values()) {
      if (value.word().equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
