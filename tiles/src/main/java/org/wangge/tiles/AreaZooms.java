package org.wangge.tiles;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.wangge.grid.Level;

/**
 * At which zooms areas of each level are drawn.
 *
 * @param byLevel a level that is missing is in no tile
 */
public record AreaZooms(Map<Level, ZoomRange> byLevel) {
  /** Finest tiles of the areas: a pixel is 15 cm there; deeper zooms stretch them. */
  private static final int LAST = 16;

  public AreaZooms {
    EnumMap<Level, ZoomRange> copy = new EnumMap<>(Level.class);
    copy.putAll(byLevel);
    byLevel = Collections.unmodifiableMap(copy);
  }

  /** Each level from where its areas are some tens of screen pixels wide. */
  public static AreaZooms standard() {
    return new AreaZooms(
        Map.of(
            Level.DISTRICT, new ZoomRange(0, LAST),
            Level.STREET, new ZoomRange(8, LAST),
            Level.COMMUNITY, new ZoomRange(10, LAST),
            Level.GRID, new ZoomRange(11, LAST),
            Level.OVERLAY, new ZoomRange(10, LAST),
            Level.MICRO_GRID, new ZoomRange(14, LAST)));
  }
}
