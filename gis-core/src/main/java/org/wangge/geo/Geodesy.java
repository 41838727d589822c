package org.wangge.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Lengths and areas on the WGS 84 ellipsoid, in metres and square metres.
 *
 * <p>By C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), as implemented
 * by GeographicLib: distances to 15 nm, areas of polygons to 0.1 m² a vertex, whatever their size.
 * Edges count as geodesics here, while outlines are straight in degrees; for edges of up to 1 km
 * the two lie within about 1 cm of each other.
 *
 * <p>Coordinates are finite degrees; a NaN gives NaN. Safe for use by many threads.
 */
public final class Geodesy {
  private static final Geodesic WGS84 = Geodesic.WGS84;
  private static final double RADIANS_A_UNIT = Math.toRadians(1e-7);
  private static final double NEAR_RADIANS = Math.toRadians(0.5);
  private static final double MIDDLE_RADIANS = Math.toRadians(70);
  private static final double SPHERE_METERS = 6_371_000;
  private static final double SPHERE_ERROR = 0.02;

  private Geodesy() {}

  /** Length of the shortest way between two positions. */
  public static double distanceMeters(Position a, Position b) {
    return distanceMeters(a.lonDegrees(), a.latDegrees(), b.lonDegrees(), b.latDegrees());
  }

  /** Length of the shortest way between two lattice points. */
  public static double distanceMeters(LatticePoint a, LatticePoint b) {
    return distanceMeters(a.lonDegrees(), a.latDegrees(), b.lonDegrees(), b.latDegrees());
  }

  /**
   * Whether two lattice points are farther from each other than a length. Quick where the answer is
   * clear from a sphere: within half a degree of each other, and 70 degrees of the equator, that is
   * less than 2 % off (the ellipsoid's radii of curvature, 6,335 to 6,400 km, against 6,371 km).
   */
  public static boolean isFarther(LatticePoint a, LatticePoint b, double meters) {
    double north = (b.lat() - (double) a.lat()) * RADIANS_A_UNIT;
    double east = (b.lon() - (double) a.lon()) * RADIANS_A_UNIT;
    double middle = (a.lat() + (double) b.lat()) / 2 * RADIANS_A_UNIT;
    if (Math.abs(north) < NEAR_RADIANS
        && Math.abs(east) < NEAR_RADIANS
        && Math.abs(middle) < MIDDLE_RADIANS) {
      double across = east * Math.cos(middle);
      double estimate = SPHERE_METERS * Math.sqrt(north * north + across * across);
      if (estimate * (1 + SPHERE_ERROR) < meters) {
        return false;
      }
      if (estimate * (1 - SPHERE_ERROR) > meters) {
        return true;
      }
    }
    return distanceMeters(a, b) > meters;
  }

  private static double distanceMeters(double lonA, double latA, double lonB, double latB) {
    return WGS84.Inverse(latA, lonA, latB, lonB, GeodesicMask.DISTANCE).s12;
  }

  /** Direction of the shortest way at its start, clockwise from north, from 0 up to 360. */
  public static double azimuthDegrees(LatticePoint from, LatticePoint to) {
    double azimuth =
        WGS84.Inverse(
                from.latDegrees(),
                from.lonDegrees(),
                to.latDegrees(),
                to.lonDegrees(),
                GeodesicMask.AZIMUTH)
            .azi1;
    // A tiny negative azimuth would round up to 360.
    double turned = azimuth < 0 ? azimuth + 360 : azimuth;
    return turned >= 360 ? 0 : turned;
  }

  /** The lattice point that lies so far away in a direction. */
  public static LatticePoint destination(LatticePoint from, double azimuthDegrees, double meters) {
    var end = WGS84.Direct(from.latDegrees(), from.lonDegrees(), azimuthDegrees, meters);
    return LatticePoint.ofDegrees(end.lon2, end.lat2);
  }

  /** Length of a line in degrees, vertex by vertex. */
  public static double lengthMeters(LineString line) {
    return walk(line.getCoordinateSequence(), true).perimeter;
  }

  /** Length of all borders of an outline, those of holes included. */
  public static double perimeterMeters(LatticeShape shape) {
    double sum = 0;
    for (Object ring : LinearComponentExtracter.getLines(shape.toDegrees())) {
      sum += lengthMeters((LineString) ring);
    }
    return sum;
  }

  /** Area of an outline, less its holes. */
  public static double areaSquareMeters(LatticeShape shape) {
    return areaSquareMeters(shape.toDegrees());
  }

  /**
   * Area of a polygon or multipolygon in degrees, less its holes; the direction of rings does not
   * matter. Anything else has none, and gives 0.
   */
  public static double areaSquareMeters(Geometry degrees) {
    if (degrees instanceof MultiPolygon parts) {
      double sum = 0;
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        sum += areaSquareMeters(parts.getGeometryN(i));
      }
      return sum;
    }
    if (!(degrees instanceof Polygon polygon)) {
      return 0;
    }
    double area = ringArea(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= ringArea(polygon.getInteriorRingN(i));
    }
    return area;
  }

  private static double ringArea(LineString ring) {
    return Math.abs(walk(ring.getCoordinateSequence(), false).area);
  }

  private static PolygonResult walk(CoordinateSequence vertices, boolean open) {
    PolygonArea walker = new PolygonArea(WGS84, open);
    // A ring repeats its first vertex, which would only be one more edge of no length.
    int count = open ? vertices.size() : vertices.size() - 1;
    for (int i = 0; i < count; i++) {
      walker.AddPoint(vertices.getY(i), vertices.getX(i));
    }
    return walker.Compute(false, true);
  }

  /**
   * The place of an outline's border that is nearest to a point, also when the point lies inside.
   *
   * @param place on the border, in degrees
   * @param distanceMeters from the point to that place
   */
  public record Nearest(Position place, double distanceMeters) {}

  /**
   * Finds the nearest place of a border. The distance is the geodesic one to a place that lies on
   * the border of the lattice outline, so it is never too short; it is too long by less than 1 mm
   * where edges are up to 1 km long and the point is up to 50 km away.
   */
  public static Nearest nearestOnBorder(LatticePoint point, LatticeShape shape) {
    return new BorderSearch(point).nearest(shape.toDegrees());
  }

  /** Distance from a point to the nearest place of a border; see {@link #nearestOnBorder}. */
  public static double distanceToBorderMeters(LatticePoint point, LatticeShape shape) {
    return nearestOnBorder(point, shape).distanceMeters();
  }
}
