package org.wangge.camera.picture;

import java.util.List;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Sight;

/** A building in metres east and north of the foot of a camera. Immutable. */
final class Prism {
  private static final double UNKNOWN_METERS = 18;

  private final Blocker blocker;
  private final double heightMeters;

  /** Walls as their two ends: east, north, east, north. */
  private final double[] ends;

  /** Where the corners lie: the widest turn, so that rays elsewhere need no look. */
  private final double middleEast;

  private final double middleNorth;
  private final double radius;

  private Prism(Blocker blocker, double heightMeters, double[] ends) {
    this.blocker = blocker;
    this.heightMeters = heightMeters;
    this.ends = ends;
    double east = 0;
    double north = 0;
    for (int i = 0; i < ends.length; i += 2) {
      east += ends[i] / (ends.length / 2.0);
      north += ends[i + 1] / (ends.length / 2.0);
    }
    double farthest = 0;
    for (int i = 0; i < ends.length; i += 2) {
      farthest = Math.max(farthest, Math.hypot(ends[i] - east, ends[i + 1] - north));
    }
    middleEast = east;
    middleNorth = north;
    radius = farthest;
  }

  /** The buildings around a camera. */
  static Prism[] around(Sight sight) {
    return sight.near().stream().map(blocker -> of(sight, blocker)).toArray(Prism[]::new);
  }

  private static Prism of(Sight sight, Blocker blocker) {
    List<int[]> walls = blocker.walls();
    double[] ends = new double[walls.size() * 4];
    int at = 0;
    for (int[] wall : walls) {
      for (int i = 0; i < 4; i += 2) {
        ends[at++] = (wall[i] - sight.eye().place().lon()) * sight.plane().metersPerLon();
        ends[at++] = (wall[i + 1] - sight.eye().place().lat()) * sight.plane().metersPerLat();
      }
    }
    boolean isUnknown = blocker.heightCentimeters() == Blocker.UNKNOWN_HEIGHT;
    // Hides all behind it, and is drawn as a house of six floors or higher than the lens.
    double mount = sight.eye().mountCentimeters() / 100.0;
    double height =
        isUnknown
            ? Math.max(UNKNOWN_METERS, mount + UNKNOWN_METERS)
            : blocker.heightCentimeters() / 100.0;
    return new Prism(blocker, height, ends);
  }

  Blocker blocker() {
    return blocker;
  }

  double heightMeters() {
    return heightMeters;
  }

  int walls() {
    return ends.length / 4;
  }

  double fromEast(int wall) {
    return ends[wall * 4];
  }

  double fromNorth(int wall) {
    return ends[wall * 4 + 1];
  }

  double toEast(int wall) {
    return ends[wall * 4 + 2];
  }

  double toNorth(int wall) {
    return ends[wall * 4 + 3];
  }

  /** Whether a ray from the foot in a direction of length 1 comes near it. */
  boolean mayMeet(double east, double north) {
    double along = middleEast * east + middleNorth * north;
    double aside = middleEast * north - middleNorth * east;
    return along >= -radius && Math.abs(aside) <= radius * 1.001 + 1e-6;
  }
}
