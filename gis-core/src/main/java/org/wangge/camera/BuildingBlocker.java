package org.wangge.camera;

import org.wangge.camera.sight.Blocker;
import org.wangge.place.Building;

/** Buildings as what hides things. */
public final class BuildingBlocker {
  private BuildingBlocker() {}

  /** A building; one of height 0 is one whose height nobody measured, and hides all behind it. */
  public static Blocker of(Building building) {
    int height = (int) Math.round(building.heightMeters() * 100);
    return new Blocker(
        building.id(), building.footprint(), height == 0 ? Blocker.UNKNOWN_HEIGHT : height);
  }
}
