package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/** Points to look up, in two arrays as batches want them. */
final class Points {
  /** A walker's next position, about 12 m on: one every 10 s at walking pace. */
  private static final int STEP = 1100;

  /** Steps until a walker is relieved by another one somewhere else. */
  private static final int STEPS_OF_A_WALK = 500;

  private final int[] lons;
  private final int[] lats;

  private Points(int count) {
    lons = new int[count];
    lats = new int[count];
  }

  int count() {
    return lons.length;
  }

  int lon(int i) {
    return lons[i];
  }

  int lat(int i) {
    return lats[i];
  }

  private void set(int i, double lon, double lat) {
    lons[i] = (int) Math.rint(lon);
    lats[i] = (int) Math.rint(lat);
  }

  /** Anywhere in a box, each place as likely as the other. */
  static Points uniform(LatticeBox box, int count, Random random) {
    Points points = new Points(count);
    for (int i = 0; i < count; i++) {
      points.lons[i] = random.nextInt(box.west(), box.east() + 1);
      points.lats[i] = random.nextInt(box.south(), box.north() + 1);
    }
    return points;
  }

  /** Positions of walkers one after another: small steps, gentle turns, now and then a new one. */
  static Points patrol(LatticeBox box, int count, Random random) {
    Points points = new Points(count);
    double lon = 0;
    double lat = 0;
    double heading = 0;
    for (int i = 0; i < count; i++) {
      if (i % STEPS_OF_A_WALK == 0 || !isIn(box, lon, lat)) {
        lon = random.nextInt(box.west(), box.east() + 1);
        lat = random.nextInt(box.south(), box.north() + 1);
        heading = random.nextDouble() * 2 * Math.PI;
      }
      points.set(i, lon, lat);
      heading += random.nextGaussian() * 0.2;
      lon += STEP * Math.cos(heading);
      lat += STEP * Math.sin(heading);
    }
    return points;
  }

  private static boolean isIn(LatticeBox box, double lon, double lat) {
    return lon >= box.west() && lon <= box.east() && lat >= box.south() && lat <= box.north();
  }

  /** Exactly on vertices, drawn from all rings. */
  static Points onVertices(List<LatticeShape> shapes, int count, Random random) {
    Points points = new Points(count);
    for (int i = 0; i < count; i++) {
      Coordinate[] ring = anyRing(shapes, random);
      Coordinate vertex = ring[random.nextInt(ring.length)];
      points.set(i, vertex.x, vertex.y);
    }
    return points;
  }

  /**
   * Exactly on edges and not on their ends: whole points exist there where the differences of both
   * coordinates have a common divisor.
   */
  static Points onEdges(List<LatticeShape> shapes, int count, Random random) {
    Points points = new Points(count);
    int i = 0;
    while (i < count) {
      Coordinate[] ring = anyRing(shapes, random);
      int at = random.nextInt(ring.length - 1);
      long dx = (long) (ring[at + 1].x - ring[at].x);
      long dy = (long) (ring[at + 1].y - ring[at].y);
      int parts = greatestCommonDivisor((int) Math.abs(dx), (int) Math.abs(dy));
      if (parts > 1) {
        int part = random.nextInt(1, parts);
        points.set(i++, ring[at].x + dx / parts * part, ring[at].y + dy / parts * part);
      }
    }
    return points;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  private static Coordinate[] anyRing(List<LatticeShape> shapes, Random random) {
    Geometry shape = shapes.get(random.nextInt(shapes.size())).scaled();
    List<Geometry> rings = new ArrayList<>();
    for (Object ring : LinearComponentExtracter.getLines(shape)) {
      rings.add((Geometry) ring);
    }
    return rings.get(random.nextInt(rings.size())).getCoordinates();
  }
}
