package org.wangge.patrol.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class GridGroundTest {
  private static final int STEPS = 64;
  private static final int WEST = 1_126_000_000;
  private static final int SOUTH = 289_000_000;

  private static LatticePoint at(int lon, int lat) {
    return new LatticePoint(WEST + lon, SOUTH + lat);
  }

  private static Polygon polygon(int... lonLat) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < lonLat.length; i += 2) {
      ring.add(new Coordinate(WEST + lonLat[i], SOUTH + lonLat[i + 1]));
    }
    ring.add(ring.get(0));
    return LatticeShape.SCALED.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static GridGround ground(Geometry polygon) {
    return new GridGround("g", LatticeShape.ofScaled(polygon));
  }

  private static final GridGround SQUARE = ground(polygon(0, 0, 100, 0, 100, 100, 0, 100));

  private static List<String> parts(GridGround ground, LatticePoint from, LatticePoint to) {
    return ground.partsOf(from, to).stream()
        .map(part -> part.from().value() + "-" + part.to().value())
        .toList();
  }

  @Test
  void a_corner_that_lies_between_two_fixes_is_entered_and_left() {
    assertThat(parts(SQUARE, at(-25, 75), at(25, 125))).as("touches the corner alone").isEmpty();
    assertThat(parts(SQUARE, at(-20, 60), at(40, 120)))
        .containsExactly("0.3333333333333333-0.6666666666666667");
  }

  @Test
  void the_border_belongs_to_the_grid() {
    assertThat(parts(SQUARE, at(-50, 0), at(150, 0))).containsExactly("0.25-0.75");
    assertThat(parts(SQUARE, at(100, 20), at(100, 80))).containsExactly("0.0-1.0");
    assertThat(parts(SQUARE, at(100, 100), at(100, 100))).containsExactly("0.0-1.0");
    assertThat(parts(SQUARE, at(101, 100), at(101, 100))).isEmpty();
    assertThat(parts(SQUARE, at(50, 50), at(50, 50))).containsExactly("0.0-1.0");
  }

  @Test
  void a_notch_is_left_and_entered_again() {
    GridGround notched =
        ground(polygon(0, 0, 100, 0, 100, 100, 60, 100, 60, 40, 40, 40, 40, 100, 0, 100));
    assertThat(parts(notched, at(0, 80), at(100, 80))).containsExactly("0.0-0.4", "0.6-1.0");
    assertThat(parts(notched, at(0, 40), at(100, 40)))
        .as("along the bottom of the notch")
        .containsExactly("0.0-1.0");
  }

  @Test
  void whoever_goes_through_vertices_is_inside_as_JTS_says() {
    Random random = new Random(48);
    int inside = 0;
    for (int i = 0; i < 1_500; i++) {
      int size = 20 + random.nextInt(i % 3 == 0 ? 30 : 5_000);
      Polygon star = star(random, size);
      LatticePoint from = somewhere(random, star, size);
      LatticePoint to = somewhere(random, star, size);
      List<GridGround.Part> parts = ground(star).partsOf(from, to);
      if (!from.equals(to)) {
        assertSameLength(star, from, to, parts);
      }
      assertSamePlaces(star, from, to, parts);
      inside += parts.isEmpty() ? 0 : 1;
    }
    assertThat(inside).as("of 1,500").isBetween(600, 1_480);
  }

  /** A star about a middle, its corners on the lattice. */
  private static Polygon star(Random random, int size) {
    int corners = 3 + random.nextInt(12);
    int[] lonLat = new int[2 * corners];
    for (int i = 0; i < corners; i++) {
      double turn = 2 * Math.PI * i / corners;
      double reach = size * (0.3 + 0.7 * random.nextDouble());
      lonLat[2 * i] = (int) Math.rint(reach * Math.cos(turn));
      lonLat[2 * i + 1] = (int) Math.rint(reach * Math.sin(turn));
    }
    Polygon star = polygon(lonLat);
    return star.isValid() ? star : star(random, size + 10);
  }

  /** Often a corner of the star, or in a row with one. */
  private static LatticePoint somewhere(Random random, Polygon star, int size) {
    Coordinate corner = star.getCoordinates()[random.nextInt(star.getNumPoints())];
    int lon = WEST + random.nextInt(3 * size) - 3 * size / 2;
    int lat = SOUTH + random.nextInt(3 * size) - 3 * size / 2;
    return switch (random.nextInt(4)) {
      case 0 -> new LatticePoint((int) corner.x, (int) corner.y);
      case 1 -> new LatticePoint((int) corner.x, lat);
      case 2 -> new LatticePoint(lon, (int) corner.y);
      default -> new LatticePoint(lon, lat);
    };
  }

  private static void assertSameLength(
      Polygon star, LatticePoint from, LatticePoint to, List<GridGround.Part> parts) {
    LineString way =
        LatticeShape.SCALED.createLineString(
            new Coordinate[] {
              new Coordinate(from.lon(), from.lat()), new Coordinate(to.lon(), to.lat())
            });
    double share =
        parts.stream().mapToDouble(part -> part.to().value() - part.from().value()).sum();
    // JTS rounds what it cuts to the lattice.
    assertThat(share * way.getLength())
        .isCloseTo(star.buffer(0).intersection(way).getLength(), within(2.0 * (parts.size() + 1)));
  }

  /** Places on the way, on a lattice so much finer that they are exact in doubles. */
  private static void assertSamePlaces(
      Polygon star, LatticePoint from, LatticePoint to, List<GridGround.Part> parts) {
    Geometry fine =
        AffineTransformation.translationInstance(-WEST, -SOUTH).scale(STEPS, STEPS).transform(star);
    for (int k = 0; k <= STEPS; k++) {
      double lon = (double) (from.lon() - WEST) * STEPS + (double) k * (to.lon() - from.lon());
      double lat = (double) (from.lat() - SOUTH) * STEPS + (double) k * (to.lat() - from.lat());
      int place = SimplePointInAreaLocator.locate(new Coordinate(lon, lat), fine);
      Fraction at = Fraction.of(k, STEPS);
      boolean told =
          parts.stream()
              .anyMatch(part -> part.from().compareTo(at) <= 0 && at.compareTo(part.to()) <= 0);
      if (place == Location.INTERIOR) {
        assertThat(told).as("%s %s %s/64 of %s", from, to, k, star).isTrue();
      } else if (place == Location.EXTERIOR) {
        assertThat(told).as("%s %s %s/64 of %s", from, to, k, star).isFalse();
      }
    }
  }
}
