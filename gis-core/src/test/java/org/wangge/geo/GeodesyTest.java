package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeodesyTest {

  /** Wellington to Salamanca, and JFK to Heathrow: the examples of GeographicLib's manuals. */
  @ParameterizedTest
  @CsvSource({"174.81, -41.32, -5.5, 40.96, 19959679.267", "-73.8, 40.6, -0.5, 51.6, 5551759.400"})
  void distances_are_those_of_the_manual(
      double lonA, double latA, double lonB, double latB, double meters) {
    assertThat(Geodesy.distanceMeters(new Position(lonA, latA), new Position(lonB, latB)))
        .isCloseTo(meters, within(0.001));
  }

  /** The polygon of Antarctica in GeographicLib's manual. */
  @Test
  void the_area_and_border_of_antarctica_are_those_of_the_manual() throws ParseException {
    String ring =
        "-58 -63.1, -74 -72.9, -102 -71.9, -102 -74.9, -131 -74.3, -163 -77.5, 163 -77.4, 172 -71.7,"
            + " 140 -65.9, 113 -65.7, 88 -66.6, 59 -66.9, 25 -69.8, -4 -70.0, -14 -71.0, -33 -77.3,"
            + " -46 -77.9, -61 -74.7, -58 -63.1";
    assertThat(Geodesy.areaSquareMeters(read("POLYGON ((" + ring + "))")))
        .isCloseTo(13662703680020.1, within(1.0));
    assertThat(Geodesy.lengthMeters((LineString) read("LINESTRING (" + ring + ")")))
        .isCloseTo(16831067.893, within(0.001));
  }

  @Test
  void a_quarter_of_the_meridian_is_the_known_number_of_meters() throws ParseException {
    assertThat(Geodesy.lengthMeters((LineString) read("LINESTRING (0 0, 0 30, 0 90)")))
        .isCloseTo(10001965.729, within(0.001));
  }

  @Test
  void holes_are_taken_off_the_area_and_added_to_the_border_whatever_their_direction()
      throws ParseException {
    String shell = "(111 29, 111.1 29, 111.1 29.1, 111 29.1, 111 29)";
    String hole = "(111.02 29.02, 111.04 29.02, 111.04 29.04, 111.02 29.04, 111.02 29.02)";
    String turned = "(111.02 29.02, 111.02 29.04, 111.04 29.04, 111.04 29.02, 111.02 29.02)";
    LatticeShape whole = shape("POLYGON (" + shell + ")");
    LatticeShape cut = shape("POLYGON (" + hole + ")");
    for (String ring : new String[] {hole, turned}) {
      LatticeShape holed = shape("POLYGON (" + shell + "," + ring + ")");
      assertThat(Geodesy.areaSquareMeters(holed))
          .isCloseTo(Geodesy.areaSquareMeters(whole) - Geodesy.areaSquareMeters(cut), within(1e-3));
      assertThat(Geodesy.perimeterMeters(holed))
          .isCloseTo(Geodesy.perimeterMeters(whole) + Geodesy.perimeterMeters(cut), within(1e-6));
    }
    LatticeShape two =
        shape("MULTIPOLYGON ((" + shell + "), ((112 29, 112.1 29, 112.1 29.1, 112 29.1, 112 29)))");
    assertThat(Geodesy.areaSquareMeters(two))
        .isCloseTo(2 * Geodesy.areaSquareMeters(whole), within(1e-3));
  }

  @Test
  void a_line_has_no_area() throws ParseException {
    assertThat(Geodesy.areaSquareMeters(read("LINESTRING (0 0, 1 1)"))).isZero();
  }

  /** Against the nearest of 20,001 places on each edge. */
  @Test
  void the_nearest_place_of_a_border_is_found_to_a_millimeter() throws ParseException {
    Random random = new Random(7);
    for (int i = 0; i < 25; i++) {
      LatticeShape shape = randomTriangle(random, 0.01);
      LatticePoint point =
          LatticePoint.ofDegrees(
              111 + random.nextDouble(-0.3, 0.3), 29 + random.nextDouble(-0.3, 0.3));
      double sampled = sampled(point, shape);
      assertThat(Geodesy.distanceToBorderMeters(point, shape)).isLessThanOrEqualTo(sampled + 0.001);
      assertThat(Geodesy.distanceToBorderMeters(point, shape)).isGreaterThan(sampled - 0.05);
    }
  }

  @Test
  void edges_of_tens_of_kilometers_change_little() throws ParseException {
    Random random = new Random(8);
    for (int i = 0; i < 10; i++) {
      LatticeShape shape = randomTriangle(random, 0.5);
      LatticePoint point = LatticePoint.ofDegrees(112.5, 29 + random.nextDouble(-1, 1));
      assertThat(Geodesy.distanceToBorderMeters(point, shape))
          .isLessThanOrEqualTo(sampled(point, shape) + 0.001);
    }
  }

  @Test
  void the_place_found_is_where_the_distance_says() throws ParseException {
    LatticeShape shape = shape("POLYGON ((111 29, 111.01 29, 111.01 29.01, 111 29.01, 111 29))");
    LatticePoint west = LatticePoint.ofDegrees(110.99, 29.005);
    Geodesy.Nearest nearest = Geodesy.nearestOnBorder(west, shape);
    assertThat(nearest.place().lonDegrees()).isCloseTo(111, within(1e-9));
    assertThat(nearest.distanceMeters())
        .isCloseTo(
            Geodesy.distanceMeters(new Position(110.99, 29.005), nearest.place()), within(1e-9));
    assertThat(nearest.distanceMeters()).isCloseTo(973.6, within(1.0));
    LatticePoint corner = LatticePoint.ofDegrees(111.01, 29.01);
    assertThat(Geodesy.distanceToBorderMeters(corner, shape)).isZero();
    LatticePoint inside = LatticePoint.ofDegrees(111.005, 29.002);
    assertThat(Geodesy.distanceToBorderMeters(inside, shape)).isCloseTo(221.7, within(0.5));
  }

  @Test
  void a_border_of_a_hole_can_be_the_nearest() throws ParseException {
    LatticeShape holed =
        shape(
            "POLYGON ((111 29, 111.1 29, 111.1 29.1, 111 29.1, 111 29),"
                + " (111.04 29.04, 111.06 29.04, 111.06 29.06, 111.04 29.06, 111.04 29.04))");
    assertThat(
            Geodesy.nearestOnBorder(LatticePoint.ofDegrees(111.05, 29.041), holed)
                .place()
                .latDegrees())
        .isCloseTo(29.04, within(1e-9));
  }

  private static double sampled(LatticePoint point, LatticeShape shape) {
    Position from = new Position(point.lonDegrees(), point.latDegrees());
    Coordinate[] ring = ((Polygon) shape.toDegrees()).getExteriorRing().getCoordinates();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ring.length; i++) {
      for (int k = 0; k <= 20_000; k++) {
        double t = k / 20_000.0;
        Position place =
            new Position(
                ring[i - 1].x + t * (ring[i].x - ring[i - 1].x),
                ring[i - 1].y + t * (ring[i].y - ring[i - 1].y));
        best = Math.min(best, Geodesy.distanceMeters(from, place));
      }
    }
    return best;
  }

  private static LatticeShape randomTriangle(Random random, double size) {
    Coordinate[] ring = new Coordinate[4];
    for (int i = 0; i < 3; i++) {
      ring[i] =
          new Coordinate(111 + random.nextDouble(-size, size), 29 + random.nextDouble(-size, size));
    }
    ring[3] = ring[0];
    return LatticeShape.ofDegrees(LatticeShape.DEGREES.createPolygon(ring));
  }

  private static LatticeShape shape(String wkt) throws ParseException {
    return LatticeShape.ofDegrees(read(wkt));
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader(LatticeShape.DEGREES).read(wkt);
  }
}
