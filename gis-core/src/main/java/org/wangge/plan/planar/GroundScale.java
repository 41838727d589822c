package org.wangge.plan.planar;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * How long a lattice unit is around a place. Over a few kilometres right to a thousandth, which is
 * enough for snapping and for slivers; whatever decides sides is {@link Sides}.
 */
public final class GroundScale {
  private static final int STEP = 10_000;

  private final LatticePoint origin;
  private final double metersPerLon;
  private final double metersPerLat;

  public GroundScale(LatticePoint origin) {
    this.origin = origin;
    metersPerLon =
        Geodesy.distanceMeters(origin, new LatticePoint(origin.lon() + STEP, origin.lat())) / STEP;
    metersPerLat =
        Geodesy.distanceMeters(origin, new LatticePoint(origin.lon(), origin.lat() + STEP)) / STEP;
  }

  public double meters(Coordinate a, Coordinate b) {
    return Math.hypot((a.x - b.x) * metersPerLon, (a.y - b.y) * metersPerLat);
  }

  public double meters(LatticePoint a, LatticePoint b) {
    return meters(coordinate(a), coordinate(b));
  }

  /** A geometry in lattice units as one in metres around the place. */
  public Geometry toMeters(Geometry scaled) {
    AffineTransformation move = new AffineTransformation();
    move.translate(-origin.lon(), -origin.lat());
    move.scale(metersPerLon, metersPerLat);
    return RingEdges.FLOATING.createGeometry(move.transform(scaled));
  }

  /** A lattice point in metres around the place. */
  public Coordinate toMeters(LatticePoint point) {
    return new Coordinate(
        ((double) point.lon() - origin.lon()) * metersPerLon,
        ((double) point.lat() - origin.lat()) * metersPerLat);
  }

  /** The lattice point nearest to a place in metres around the place. */
  public LatticePoint toLattice(Coordinate meters) {
    return rounded(
        new Coordinate(
            meters.x / metersPerLon + origin.lon(), meters.y / metersPerLat + origin.lat()));
  }

  /** How far along the segment from a to b, from 0 to 1, the place is that is nearest to p. */
  public double along(LatticePoint a, LatticePoint b, Coordinate p) {
    double dx = ((double) b.lon() - a.lon()) * metersPerLon;
    double dy = ((double) b.lat() - a.lat()) * metersPerLat;
    double square = dx * dx + dy * dy;
    if (square == 0) {
      return 0;
    }
    double x = (p.x - a.lon()) * metersPerLon;
    double y = (p.y - a.lat()) * metersPerLat;
    return Math.max(0, Math.min(1, (x * dx + y * dy) / square));
  }

  /** The place at a fraction of a segment, not rounded. */
  public static Coordinate place(LatticePoint a, LatticePoint b, double fraction) {
    return new Coordinate(
        a.lon() + fraction * ((double) b.lon() - a.lon()),
        a.lat() + fraction * ((double) b.lat() - a.lat()));
  }

  public static Coordinate coordinate(LatticePoint point) {
    return new Coordinate(point.lon(), point.lat());
  }

  public static LatticePoint rounded(Coordinate scaled) {
    return new LatticePoint((int) Math.rint(scaled.x), (int) Math.rint(scaled.y));
  }
}
