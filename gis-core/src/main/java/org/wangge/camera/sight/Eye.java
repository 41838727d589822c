package org.wangge.camera.sight;

import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * A camera reduced to what decides what it sees.
 *
 * @param id of the camera
 * @param place its foot
 * @param mountCentimeters lens above the ground there, from 1 to {@link #HIGHEST_CENTIMETERS}
 * @param indoor whether the walls of the building that it is in end its view
 * @param lenses at least one
 */
public record Eye(
    String id, LatticePoint place, int mountCentimeters, boolean indoor, List<Lens> lenses) {
  /** 1 km: no tower is higher. */
  public static final int HIGHEST_CENTIMETERS = 100_000;

  public Eye {
    lenses = List.copyOf(lenses);
    if (lenses.isEmpty()) {
      throw new IllegalArgumentException("a camera has a lens: " + id);
    }
    if (mountCentimeters < 1 || mountCentimeters > HIGHEST_CENTIMETERS) {
      throw new IllegalArgumentException("mounted too low or too high: " + id);
    }
  }

  /** How far its farthest lens sees, in metres. */
  public double farMeters() {
    double far = 0;
    for (Lens lens : lenses) {
      far = Math.max(far, lens.farMeters());
    }
    return far;
  }
}
