package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * A generated city of square blocks with four buildings each, and cameras at the corners of its
 * streets: mostly along a street, some across a block or all round, two of them with two lenses in
 * ten.
 */
final class SightCity {
  private static final double WEST_DEGREES = 116.2;
  private static final double SOUTH_DEGREES = 39.8;
  private static final double METERS_A_LON_DEGREE = 85_000;
  private static final double METERS_A_LAT_DEGREE = 111_000;
  private static final double BLOCK_METERS = 135;
  private static final double STREET_METERS = 22;
  private static final double CAMERAS_A_BLOCK = 2.5;

  private final Random random;
  private final int across;
  private final List<Blocker> buildings = new ArrayList<>();
  private final List<Eye> eyes = new ArrayList<>();

  private SightCity(long seed, int cameras) {
    random = new Random(seed);
    across = (int) Math.ceil(Math.sqrt(cameras / CAMERAS_A_BLOCK));
    for (int i = 0; i < across * across; i++) {
      int row = i / across;
      build(i % across * BLOCK_METERS, row * BLOCK_METERS);
    }
    for (int i = 0; i < cameras; i++) {
      eyes.add(eye("c" + i));
    }
  }

  static SightCity of(long seed, int cameras) {
    return new SightCity(seed, cameras);
  }

  List<Blocker> buildings() {
    return buildings;
  }

  List<Eye> eyes() {
    return eyes;
  }

  LatticeBox bounds() {
    return LatticeBox.of(List.of(at(0, 0), at(across * BLOCK_METERS, across * BLOCK_METERS)));
  }

  /** A place anywhere in it. */
  LatticePoint somewhere(Random chance) {
    double size = across * BLOCK_METERS;
    return at(chance.nextDouble() * size, chance.nextDouble() * size);
  }

  /** A place in the middle of a street, where most happens. */
  LatticePoint inStreet(Random chance) {
    double along = chance.nextDouble() * across * BLOCK_METERS;
    double street = chance.nextInt(across) * BLOCK_METERS + chance.nextDouble() * STREET_METERS;
    return chance.nextBoolean() ? at(along, street) : at(street, along);
  }

  private void build(double west, double south) {
    double half = (BLOCK_METERS - STREET_METERS) / 2;
    for (int i = 0; i < 4; i++) {
      double x = west + STREET_METERS + i % 2 * half + 4 + random.nextDouble() * 4;
      int row = i / 2;
      double y = south + STREET_METERS + row * half + 4 + random.nextDouble() * 4;
      double width = half - 14 - random.nextDouble() * 10;
      double depth = 12 + random.nextDouble() * (half - 26);
      int height =
          random.nextInt(12) == 0 ? Blocker.UNKNOWN_HEIGHT : 250 + random.nextInt(60) * 100;
      buildings.add(new Blocker("b" + buildings.size(), outline(x, y, width, depth), height));
    }
  }

  /** A slab, or one with a wing. */
  private LatticeShape outline(double x, double y, double width, double depth) {
    double wing = random.nextInt(3) == 0 ? depth * 0.4 : 0;
    double[] corners = {
      x,
      y,
      x + width,
      y,
      x + width,
      y + depth,
      x + width / 2,
      y + depth,
      x + width / 2,
      y + depth - wing,
      x,
      y + depth - wing
    };
    Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
    for (int i = 0; i + 1 < ring.length; i++) {
      LatticePoint corner = at(corners[2 * i], corners[2 * i + 1]);
      ring[i] = new Coordinate(corner.lon(), corner.lat());
    }
    ring[ring.length - 1] = ring[0].copy();
    return LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(ring));
  }

  /** A new camera, or another in the place of one. */
  Eye eye(String id) {
    double x = random.nextInt(across) * BLOCK_METERS + random.nextDouble() * STREET_METERS;
    double y = random.nextInt(across) * BLOCK_METERS + random.nextDouble() * STREET_METERS;
    int mount = 350 + random.nextInt(10) * 50;
    double near = mount / 200.0;
    double far = 80 + random.nextInt(8) * 10;
    List<Lens> lenses = new ArrayList<>();
    for (int i = random.nextInt(5) == 0 ? 2 : 1; i > 0; i--) {
      int azimuth = (random.nextInt(8) * 45 + random.nextInt(21) + 350) % 360;
      lenses.add(
          random.nextInt(12) == 0
              ? Lens.round(near, far)
              : new Lens(azimuth, 55 + random.nextInt(8) * 5, near, far));
    }
    return new Eye(id, at(x, y), mount, false, lenses);
  }

  /** A building that is one floor higher. */
  static Blocker raised(Blocker building) {
    boolean isUnknown = building.heightCentimeters() == Blocker.UNKNOWN_HEIGHT;
    int height = isUnknown ? 300 : building.heightCentimeters() + 300;
    return new Blocker(building.id(), building.footprint(), height);
  }

  private static LatticePoint at(double east, double north) {
    return LatticePoint.ofDegrees(
        WEST_DEGREES + east / METERS_A_LON_DEGREE, SOUTH_DEGREES + north / METERS_A_LAT_DEGREE);
  }
}
