package org.wangge.place;

import java.util.Locale;
import java.util.Optional;

/** What a building is mainly for. */
public enum BuildingUse {
  HOUSING,
  SHOP,
  OFFICE,
  SCHOOL,
  HOSPITAL,
  MARKET,
  INDUSTRY,
  WAREHOUSE,
  CIVIC,
  SERVICE;

  /** In URLs, files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<BuildingUse> find(String word) {
    for (BuildingUse value : values()) {
      if (value.word().equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
