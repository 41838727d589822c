package org.wangge.camera.sight;

/**
 * Where the view of a camera over the ground can begin or end at buildings: at walls that face it,
 * along the lines from it past their corners, and where the shadow of a building that is lower than
 * the lens ends. Such a shadow is the footprint drawn out from the foot of the camera, up to {@code
 * mount / (mount − roof)} times as far.
 *
 * <p>Some of these lines lie within the shadow of another building and are no border; none is
 * missing.
 */
final class Shadows {
  /** Takes a line in lattice units, east and north of its ends. */
  interface Drawing {
    void line(double ax, double ay, double bx, double by);
  }

  private final Sight sight;
  private final int lon;
  private final int lat;

  /** Longest shadow that can matter: a number of times the way to the building. */
  private final double endless;

  Shadows(Sight sight) {
    this.sight = sight;
    lon = sight.eye().place().lon();
    lat = sight.eye().place().lat();
    // To the corner of the reach and beyond, from a lattice unit away.
    endless = 4.0 * (sight.reach().north() - lat) + 4.0 * (sight.reach().east() - lon);
  }

  /** Hands out the lines of all buildings around. */
  void draw(Drawing drawing) {
    for (Blocker blocker : sight.blockers()) {
      boolean isOwn = blocker.holds(lon, lat);
      boolean isLow = blocker.heightCentimeters() < sight.eye().mountCentimeters();
      int[] rings = blocker.rings();
      for (int ring = 0; ring + 1 < rings.length; ring++) {
        for (int i = rings[ring]; i + 2 < rings[ring + 1]; i += 2) {
          drawWall(blocker, i, isOwn, isLow, drawing);
          int before = i == rings[ring] ? rings[ring + 1] - 4 : i - 2;
          drawCorner(blocker, before, i, isOwn, isLow, drawing);
        }
      }
    }
  }

  private void drawWall(Blocker blocker, int i, boolean isOwn, boolean isLow, Drawing drawing) {
    long ax = x(blocker, i);
    long ay = y(blocker, i);
    long bx = x(blocker, i + 2);
    long by = y(blocker, i + 2);
    // Rings have the building on their right.
    boolean facesAway = ax * by - ay * bx < 0;
    if (isOwn || !facesAway) {
      line(ax, ay, bx, by, 1, 1, drawing);
    }
    if (isLow) {
      double length = length(blocker);
      line(ax, ay, bx, by, length, length, drawing);
    }
  }

  private void drawCorner(
      Blocker blocker, int before, int i, boolean isOwn, boolean isLow, Drawing drawing) {
    long x = x(blocker, i);
    long y = y(blocker, i);
    int last = Long.signum(x * y(blocker, before) - y * x(blocker, before));
    int next = Long.signum(x * y(blocker, i + 2) - y * x(blocker, i + 2));
    if (isOwn || last * next >= 0) {
      double near = Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
      line(x, y, x, y, 1, isLow ? length(blocker) : Math.max(1, endless / near), drawing);
    }
  }

  /** How many times as far as the building its shadow reaches. */
  private double length(Blocker blocker) {
    double mount = sight.eye().mountCentimeters();
    return mount / (mount - blocker.heightCentimeters());
  }

  private void line(
      long ax, long ay, long bx, long by, double fromTimes, double toTimes, Drawing drawing) {
    drawing.line(
        lon + ax * fromTimes, lat + ay * fromTimes, lon + bx * toTimes, lat + by * toTimes);
  }

  private long x(Blocker blocker, int i) {
    return (long) blocker.vertices()[i] - lon;
  }

  private long y(Blocker blocker, int i) {
    return (long) blocker.vertices()[i + 1] - lat;
  }
}
