package org.wangge.place;

import org.wangge.geo.LatticePoint;

/**
 * Where a house number of a street stands.
 *
 * @param id stable
 * @param streetId its street
 * @param number odd on one side and even on the other, growing along the street
 * @param location at the building, not on the centre-line
 */
public record StreetNumber(String id, String streetId, int number, LatticePoint location)
    implements Place {

  public StreetNumber {
    if (number < 1) {
      throw new IllegalArgumentException("house numbers begin at 1: " + id);
    }
  }

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.STREET_NUMBERS;
  }
}
