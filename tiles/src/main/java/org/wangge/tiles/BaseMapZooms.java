package org.wangge.tiles;

import java.util.Map;

/**
 * At which zooms the base map's layers are drawn.
 *
 * @param water zooms of water
 * @param green zooms of green
 * @param block zooms of blocks
 * @param building zooms of buildings
 * @param street zooms of streets, whatever their class
 * @param firstByStreetClass first zoom of each class of street
 * @param firstOfOtherStreets first zoom of the streets of every other class
 */
public record BaseMapZooms(
    ZoomRange water,
    ZoomRange green,
    ZoomRange block,
    ZoomRange building,
    ZoomRange street,
    Map<String, Integer> firstByStreetClass,
    int firstOfOtherStreets) {
  /** Finest tiles of the base map: a pixel is 30 cm there; deeper zooms stretch them. */
  private static final int LAST = 15;

  public BaseMapZooms {
    firstByStreetClass = Map.copyOf(firstByStreetClass);
  }

  /** Wide streets from afar, lanes and buildings near by. */
  public static BaseMapZooms standard() {
    return new BaseMapZooms(
        new ZoomRange(6, LAST),
        new ZoomRange(9, LAST),
        new ZoomRange(12, LAST),
        new ZoomRange(13, LAST),
        new ZoomRange(8, LAST),
        Map.of(
            "arterial", 9,
            "trunk", 9,
            "secondary", 11,
            "collector", 11,
            "local", 12,
            "street", 12,
            "lane", 14,
            "path", 14),
        13);
  }

  int firstOfStreet(Object streetClass) {
    return firstByStreetClass.getOrDefault(streetClass.toString(), firstOfOtherStreets);
  }
}
