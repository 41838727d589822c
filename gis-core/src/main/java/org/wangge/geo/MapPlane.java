package org.wangge.geo;

/**
 * The plane of a printed map: the transverse Mercator projection of the WGS 84 ellipsoid about the
 * map's own middle. There a metre on the plane is a metre on the ground and up is true north; 10 km
 * from it lengths are right to a millionth. Series of L. P. Lee and others as in Snyder, "Map
 * Projections: A Working Manual" (USGS 1395), 8-9 to 8-15, with the meridian arc of 3-21.
 *
 * <p>Meant for maps of up to 100 km. Immutable and thread-safe.
 */
public final class MapPlane {
  private static final double A = Wgs84.SEMI_MAJOR_METERS;
  private static final double E2 = Wgs84.ECCENTRICITY_SQUARED;
  private static final double EP2 = E2 / (1 - E2);
  private static final int STEPS = 6;

  private final Position middle;
  private final double middleArc;

  /** The plane about a place. */
  public MapPlane(Position middle) {
    this.middle = middle;
    this.middleArc = arc(Math.toRadians(middle.latDegrees()));
  }

  /**
   * A place on the plane.
   *
   * @param eastMeters east of the middle
   * @param northMeters north of the middle
   */
  public record Place(double eastMeters, double northMeters) {}

  /** Where a position lies on the plane. */
  public Place of(double lonDegrees, double latDegrees) {
    double lat = Math.toRadians(latDegrees);
    double cos = Math.cos(lat);
    double n = Wgs84.primeVerticalMeters(lat);
    double t = Math.tan(lat) * Math.tan(lat);
    double c = EP2 * cos * cos;
    double a = Math.toRadians(lonDegrees - middle.lonDegrees()) * cos;
    double a2 = a * a;
    double east =
        n
            * a
            * (1 + a2 / 6 * (1 - t + c) + a2 * a2 / 120 * (5 - 18 * t + t * t + 72 * c - 58 * EP2));
    double north =
        arc(lat)
            - middleArc
            + n * Math.tan(lat) * a2 * (0.5 + a2 / 24 * (5 - t + 9 * c + 4 * c * c));
    return new Place(east, north);
  }

  /** Where a lattice point lies on the plane. */
  public Place of(LatticePoint point) {
    return of(point.lonDegrees(), point.latDegrees());
  }

  /** The position that lies at a place of the plane. */
  public Position at(double eastMeters, double northMeters) {
    double lon = middle.lonDegrees();
    double lat = middle.latDegrees();
    // Each step leaves a remainder smaller by orders of magnitude; five would do for 100 km.
    for (int i = 0; i < STEPS; i++) {
      Place found = of(lon, lat);
      double metersPerDegree = Math.toRadians(A);
      lat += (northMeters - found.northMeters()) / metersPerDegree;
      lon += (eastMeters - found.eastMeters()) / (metersPerDegree * Math.cos(Math.toRadians(lat)));
    }
    return new Position(lon, lat);
  }

  /** Length of the meridian from the equator. */
  private static double arc(double lat) {
    double e4 = E2 * E2;
    double e6 = e4 * E2;
    return A
        * ((1 - E2 / 4 - 3 * e4 / 64 - 5 * e6 / 256) * lat
            - (3 * E2 / 8 + 3 * e4 / 32 + 45 * e6 / 1024) * Math.sin(2 * lat)
            + (15 * e4 / 256 + 45 * e6 / 1024) * Math.sin(4 * lat)
            - (35 * e6 / 3072) * Math.sin(6 * lat));
  }
}
