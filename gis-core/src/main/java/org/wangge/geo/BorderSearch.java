package org.wangge.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.wangge.geo.Geodesy.Nearest;

/**
 * Looks for the place of a border that is nearest to one point.
 *
 * <p>Around that point the border is drawn in the azimuthal equidistant projection, in which
 * distances from the point are exact and only edges bend. The edge that looks nearest is then
 * narrowed to ever shorter pieces around its nearest place, so that the bending fades out. One use,
 * one thread.
 */
final class BorderSearch {
  private static final int NARROWINGS = 5;
  private static final double NARROWED_TO = 0.25;

  private final double lon;
  private final double lat;

  private Coordinate bestFrom = new Coordinate();
  private Coordinate bestTo = new Coordinate();
  private double best = Double.POSITIVE_INFINITY;

  BorderSearch(LatticePoint point) {
    lon = point.lonDegrees();
    lat = point.latDegrees();
  }

  Nearest nearest(Geometry degrees) {
    for (Object ring : LinearComponentExtracter.getLines(degrees)) {
      search((LineString) ring);
    }
    double fraction = narrow();
    Coordinate place = at(fraction);
    double meters = polar(place).s12;
    return new Nearest(new Position(place.x, place.y), meters);
  }

  private void search(LineString ring) {
    Coordinate from = ring.getCoordinateN(0);
    Coordinate flatFrom = flat(from);
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate to = ring.getCoordinateN(i);
      Coordinate flatTo = flat(to);
      double t = nearestFraction(flatFrom, flatTo);
      double distance =
          Math.hypot(
              flatFrom.x + t * (flatTo.x - flatFrom.x), flatFrom.y + t * (flatTo.y - flatFrom.y));
      if (distance < best) {
        best = distance;
        bestFrom = from;
        bestTo = to;
      }
      from = to;
      flatFrom = flatTo;
    }
  }

  private double narrow() {
    double low = 0;
    double high = 1;
    double fraction = 0;
    for (int i = 0; i < NARROWINGS; i++) {
      fraction = low + (high - low) * nearestFraction(flat(at(low)), flat(at(high)));
      double reach = (high - low) * NARROWED_TO / 2;
      low = Math.max(0, fraction - reach);
      high = Math.min(1, fraction + reach);
    }
    return fraction;
  }

  /** The place on the nearest edge, straight in degrees, at a fraction of its length. */
  private Coordinate at(double fraction) {
    return new Coordinate(
        bestFrom.x + fraction * (bestTo.x - bestFrom.x),
        bestFrom.y + fraction * (bestTo.y - bestFrom.y));
  }

  private GeodesicData polar(Coordinate place) {
    return Geodesic.WGS84.Inverse(
        lat, lon, place.y, place.x, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
  }

  private Coordinate flat(Coordinate place) {
    GeodesicData polar = polar(place);
    double azimuth = Math.toRadians(polar.azi1);
    return new Coordinate(polar.s12 * Math.sin(azimuth), polar.s12 * Math.cos(azimuth));
  }

  /** Where on a segment, from 0 to 1, it comes nearest to the origin. */
  private static double nearestFraction(Coordinate from, Coordinate to) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double square = dx * dx + dy * dy;
    if (square == 0) {
      return 0;
    }
    return Math.max(0, Math.min(1, -(from.x * dx + from.y * dy) / square));
  }
}
