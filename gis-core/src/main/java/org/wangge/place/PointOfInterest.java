package org.wangge.place;

import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * A spot that people name when they say where something is.
 *
 * @param id stable
 * @param interest what it is
 * @param nameZh Chinese name
 * @param nameEn English name; empty where it has none
 * @param location where it is
 * @param aliases what people call it besides
 */
public record PointOfInterest(
    String id,
    PointOfInterestKind interest,
    String nameZh,
    String nameEn,
    LatticePoint location,
    List<String> aliases)
    implements Place {

  public PointOfInterest {
    aliases = List.copyOf(aliases);
  }

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.POINTS_OF_INTEREST;
  }
}
