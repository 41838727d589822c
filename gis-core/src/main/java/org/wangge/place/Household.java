package org.wangge.place;

import org.wangge.geo.LatticePoint;

/**
 * A home behind a door. Who lives there is not known here.
 *
 * @param id stable
 * @param unitId its unit
 * @param buildingId its building
 * @param door as people write it, such as 1单元302室
 * @param entrance where its unit is entered
 */
public record Household(
    String id, String unitId, String buildingId, String door, LatticePoint entrance)
    implements Place {

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.HOUSEHOLDS;
  }
}
