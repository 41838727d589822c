package org.wangge.errand;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;

/**
 * What a resident orders.
 *
 * @param key of the sender's own: the same order sent again carries the same
 * @param kind code of an {@link ErrandKind}
 * @param atOrNull where; null where only the grid is said
 * @param gridOrNull code of the grid, as its page names it; null where the place is said
 * @param window when
 * @param words who, and what in their words
 * @param generated whether a demonstration made it up
 */
public record ErrandOrder(
    String key,
    String kind,
    @Nullable LatticePoint atOrNull,
    @Nullable String gridOrNull,
    ErrandWindow window,
    ErrandWords words,
    boolean generated) {
  /** Fewer digits call nobody. */
  private static final String PHONE = "[+0-9][0-9 -]{5,28}";

  /**
   * @throws Invalid with code {@code errand-place}, {@code errand-name} or {@code errand-phone}
   */
  public ErrandOrder {
    if (atOrNull == null && gridOrNull == null) {
      throw new Invalid("lon", "errand-place", Map.of());
    }
    if (words.name().isBlank()) {
      throw new Invalid("name", "errand-name");
    }
    if (!words.phone().matches(PHONE)) {
      throw new Invalid("phone", "errand-phone");
    }
  }
}
