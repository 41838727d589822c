package org.wangge.camera.sight;

import java.util.Arrays;

/**
 * Squares that lie as a whole behind one wall that is not lower than the lens. What is behind a
 * wall is a wedge cut off at the wall, so that a square is in it when its corners are.
 */
final class Hidden {
  /** Walls that face the camera: both ends, east and north of its foot in lattice units. */
  private double[] walls = new double[64];

  private int count;

  Hidden(Sight sight) {
    int lon = sight.eye().place().lon();
    int lat = sight.eye().place().lat();
    for (Blocker blocker : sight.blockers()) {
      boolean isTall = blocker.heightCentimeters() >= sight.eye().mountCentimeters();
      if (isTall && !blocker.holds(lon, lat)) {
        enter(blocker, lon, lat);
      }
    }
  }

  private void enter(Blocker blocker, int lon, int lat) {
    int[] vertices = blocker.vertices();
    int[] rings = blocker.rings();
    for (int ring = 0; ring + 1 < rings.length; ring++) {
      for (int i = rings[ring]; i + 2 < rings[ring + 1]; i += 2) {
        double ax = vertices[i] - lon;
        double ay = vertices[i + 1] - lat;
        double bx = vertices[i + 2] - lon;
        double by = vertices[i + 3] - lat;
        // Walls have the building on their right, so this one faces the camera.
        if (ax * by - ay * bx > 0) {
          enter(ax, ay, bx, by);
        }
      }
    }
  }

  private void enter(double ax, double ay, double bx, double by) {
    if (count == walls.length) {
      walls = Arrays.copyOf(walls, 2 * count);
    }
    walls[count++] = ax;
    walls[count++] = ay;
    walls[count++] = bx;
    walls[count++] = by;
  }

  boolean holds(Patch patch) {
    for (int wall = 0; wall < count; wall += 4) {
      if (isBehind(patch, wall)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBehind(Patch patch, int wall) {
    double ax = walls[wall];
    double ay = walls[wall + 1];
    double bx = walls[wall + 2];
    double by = walls[wall + 3];
    for (int corner = 0; corner < 4; corner++) {
      double x = patch.x(corner);
      double y = patch.y(corner);
      boolean isWithin =
          ax * y - ay * x > 0
              && x * by - y * bx > 0
              && (bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0;
      if (!isWithin) {
        return false;
      }
    }
    return true;
  }
}
