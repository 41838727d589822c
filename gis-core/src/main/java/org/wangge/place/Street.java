package org.wangge.place;

import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * A street under one name, along its centre-line.
 *
 * @param id stable
 * @param nameZh Chinese name; empty where it has none
 * @param nameEn English name; empty where it has none
 * @param streetClass how much it carries
 * @param line centre-line, at least two points
 */
public record Street(
    String id, String nameZh, String nameEn, StreetClass streetClass, List<LatticePoint> line)
    implements Place {

  public Street {
    line = List.copyOf(line);
    if (line.size() < 2) {
      throw new IllegalArgumentException("a street of fewer than two points: " + id);
    }
  }

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.STREETS;
  }
}
