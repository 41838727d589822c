package org.wangge.place;

import org.wangge.geo.LatticeShape;

/**
 * The footprint (not the organisational unit) of a building.
 *
 * @param id stable
 * @param footprint outline on the ground
 * @param heightMeters roof above ground
 * @param use what it is mainly for
 * @param households resident households in it
 * @param nameZh its name or number in Chinese; empty where it has none
 * @param estateId estate it is part of; empty where it is part of none
 * @param streetId street it is numbered on; empty where it has no number
 * @param gateNumber its number on that street; empty where it has none
 */
public record Building(
    String id,
    LatticeShape footprint,
    double heightMeters,
    BuildingUse use,
    int households,
    String nameZh,
    String estateId,
    String streetId,
    String gateNumber)
    implements Place {

  public Building {
    if (!(heightMeters >= 0) || households < 0) {
      throw new IllegalArgumentException("height and households are not negative: " + id);
    }
  }

  /** A building outside every estate and without a number on a street. */
  public Building(
      String id,
      LatticeShape footprint,
      double heightMeters,
      BuildingUse use,
      int households,
      String nameZh) {
    this(id, footprint, heightMeters, use, households, nameZh, "", "", "");
  }

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.BUILDINGS;
  }
}
