package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.List;

/**
 * Squares that lie as a whole behind one wall that is not lower than the lens. What is behind a
 * wall is a wedge cut off at the wall, so that a square is in it when its corners are.
 */
final class Hidden {
  /** Walls that face the camera: both ends, east and north of its foot in lattice units. */
  private final List<double[]> walls = new ArrayList<>();

  Hidden(Sight sight) {
    int lon = sight.eye().place().lon();
    int lat = sight.eye().place().lat();
    for (Blocker blocker : sight.blockers()) {
      boolean isTall = blocker.heightCentimeters() >= sight.eye().mountCentimeters();
      if (isTall && !blocker.holds(lon, lat)) {
        for (int[] wall : blocker.walls()) {
          double[] ends = {wall[0] - lon, wall[1] - lat, wall[2] - lon, wall[3] - lat};
          // Walls have the building on their right, so this one faces the camera.
          if (ends[0] * ends[3] - ends[1] * ends[2] > 0) {
            walls.add(ends);
          }
        }
      }
    }
  }

  boolean holds(Patch patch) {
    for (double[] wall : walls) {
      if (isBehind(patch, wall)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBehind(Patch patch, double[] wall) {
    for (int corner = 0; corner < 4; corner++) {
      double x = patch.x(corner);
      double y = patch.y(corner);
      boolean isWithin =
          wall[0] * y - wall[1] * x > 0
              && x * wall[3] - y * wall[2] > 0
              && (wall[2] - wall[0]) * (y - wall[1]) - (wall[3] - wall[1]) * (x - wall[0]) < 0;
      if (!isWithin) {
        return false;
      }
    }
    return true;
  }
}
