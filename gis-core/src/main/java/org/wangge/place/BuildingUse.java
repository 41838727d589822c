package org.wangge.place;

import java.util.Optional;
import org.wangge.word.Word;

/** What a building is mainly for. */
public enum BuildingUse implements Word {
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

  public static Optional<BuildingUse> find(String word) {
    return Word.find(BuildingUse.class, word);
  }
}
