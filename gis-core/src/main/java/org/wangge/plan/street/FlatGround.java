package org.wangge.plan.street;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * A flat map of the ground around a place, in metres east and north of it. Over a town it is right
 * to a few parts in ten thousand, which is enough to compare ways and distances. Immutable.
 */
public final class FlatGround {
  private static final int STEP = 10_000;
  private static final GeometryFactory FLOATING = new GeometryFactory();

  private final LatticePoint origin;
  private final double metersPerLon;
  private final double metersPerLat;

  public FlatGround(LatticePoint origin) {
    this.origin = origin;
    metersPerLon =
        Geodesy.distanceMeters(origin, new LatticePoint(origin.lon() + STEP, origin.lat())) / STEP;
    metersPerLat =
        Geodesy.distanceMeters(origin, new LatticePoint(origin.lon(), origin.lat() + STEP)) / STEP;
  }

  /** A lattice point in metres. */
  public Coordinate meters(LatticePoint point) {
    return new Coordinate(
        ((double) point.lon() - origin.lon()) * metersPerLon,
        ((double) point.lat() - origin.lat()) * metersPerLat);
  }

  /** A geometry in lattice units as one in metres. */
  public Geometry meters(Geometry scaled) {
    AffineTransformation move = new AffineTransformation();
    move.translate(-origin.lon(), -origin.lat());
    move.scale(metersPerLon, metersPerLat);
    return FLOATING.createGeometry(move.transform(scaled));
  }

  /** The lattice point nearest to a place in metres. */
  public LatticePoint lattice(Coordinate meters) {
    return new LatticePoint(
        (int) Math.rint(meters.x / metersPerLon + origin.lon()),
        (int) Math.rint(meters.y / metersPerLat + origin.lat()));
  }
}
