package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** A generated quarter: buildings of all kinds and cameras among them. */
public final class SightTown {
  public static final LatticePoint CORNER = LatticePoint.ofDegrees(116.43, 39.91);

  private final Random random;
  private final double meters;

  public SightTown(long seed, double meters) {
    random = new Random(seed);
    this.meters = meters;
  }

  /** A place so many metres east and north of the corner. */
  public static LatticePoint at(double east, double north) {
    return Geodesy.destination(Geodesy.destination(CORNER, 90, east), 0, north);
  }

  public LatticePoint somewhere() {
    return at(random.nextDouble() * meters, random.nextDouble() * meters);
  }

  /** A place that a camera may see if nothing is between. */
  public LatticePoint near(Eye eye) {
    double far = eye.farMeters() * 1.1 * Math.sqrt(random.nextDouble());
    return Geodesy.destination(eye.place(), random.nextDouble() * 360, far);
  }

  /** A building whose corners are these, in metres east and north of the corner. */
  public static Blocker building(String id, int heightCentimeters, double... corners) {
    return new Blocker(id, outline(corners), heightCentimeters);
  }

  static LatticeShape outline(double... corners) {
    Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
    for (int i = 0; i + 1 < corners.length; i += 2) {
      LatticePoint corner = at(corners[i], corners[i + 1]);
      ring[i / 2] = new Coordinate(corner.lon(), corner.lat());
    }
    ring[ring.length - 1] = ring[0].copy();
    return LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(ring));
  }

  /** Slabs, corners and yards, low, high and of unknown height; some touch or overlap. */
  public List<Blocker> buildings(int count) {
    List<Blocker> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(building("b" + i));
    }
    return all;
  }

  Blocker building(String id) {
    double x = random.nextDouble() * meters;
    double y = random.nextDouble() * meters;
    double w = 8 + random.nextDouble() * 40;
    double h = 8 + random.nextDouble() * 20;
    double skew = random.nextInt(3) == 0 ? random.nextDouble() * 10 - 5 : 0;
    int height = random.nextInt(10) == 0 ? Blocker.UNKNOWN_HEIGHT : 200 + random.nextInt(30) * 100;
    return switch (random.nextInt(3)) {
      case 0 ->
          building(
              id,
              height,
              x,
              y,
              x + w,
              y + skew,
              x + w,
              y + h + skew,
              x + w / 3,
              y + h + skew,
              x + w / 3,
              y + h / 3,
              x,
              y + h / 3);
      case 1 -> building(id, height, x, y, x + w, y + skew, x + w, y + h + skew, x, y + h);
      default -> building(id, height, x, y, x + w / 2, y - h / 2, x + w, y, x + w / 2, y + h / 2);
    };
  }

  public List<Eye> eyes(int count) {
    List<Eye> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(eye("e" + i));
    }
    return all;
  }

  Eye eye(String id) {
    double far = 40 + random.nextDouble() * 120;
    int mount = 250 + random.nextInt(20) * 50;
    double near = mount / 400.0 + (random.nextInt(3) == 0 ? 0 : random.nextDouble() * 12);
    List<Lens> lenses = new ArrayList<>();
    for (int i = random.nextInt(4) == 0 ? 3 : 1; i > 0; i--) {
      lenses.add(
          random.nextInt(6) == 0
              ? Lens.round(near, far)
              : new Lens(random.nextInt(360), 20 + random.nextInt(300), near, far));
    }
    return new Eye(id, somewhere(), mount, random.nextInt(15) == 0, lenses);
  }
}
