package org.wangge.plan.compare;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Areas;

/** Grids in a row from west to east, 1,000 lattice units (about 10 m) high. */
public final class Squares {
  private static final String COMMUNITY = "990101001001";
  private static final int LON = 1_126_000_000;
  private static final int LAT = 289_000_000;
  private static final int SIDE = 1_000;

  private Squares() {}

  /** A grid from so many steps of 1,000 units to so many. */
  public static Area grid(String end, int west, int east) {
    return Areas.aGrid(COMMUNITY + end).shape(shape(west, east)).build();
  }

  /** The same outline with a vertex more in its southern border. */
  static Area gridWithVertex(String end, int west, int east) {
    int middle = (west + east) * SIDE / 2;
    return Areas.aGrid(COMMUNITY + end)
        .shape(
            ring(
                at(west * SIDE, 0),
                at(middle, 0),
                at(east * SIDE, 0),
                at(east * SIDE, SIDE),
                at(west * SIDE, SIDE),
                at(west * SIDE, 0)))
        .build();
  }

  static LatticeShape shape(int west, int east) {
    return ring(
        at(west * SIDE, 0),
        at(east * SIDE, 0),
        at(east * SIDE, SIDE),
        at(west * SIDE, SIDE),
        at(west * SIDE, 0));
  }

  private static LatticeShape ring(LatticePoint... corners) {
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.createPolygon(
            Arrays.stream(corners)
                .map(corner -> new Coordinate(corner.lon(), corner.lat()))
                .toArray(Coordinate[]::new)));
  }

  /** A place by its distance from the south-western corner of all. */
  public static LatticePoint at(int east, int north) {
    return new LatticePoint(LON + east, LAT + north);
  }
}
