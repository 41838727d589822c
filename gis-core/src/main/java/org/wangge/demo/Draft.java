package org.wangge.demo;

import org.wangge.place.BuildingUse;

/** A building being planned. */
final class Draft {
  final Ring footprint;
  final double heightMeters;
  BuildingUse use;

  /** How many households could live in it. */
  int dwellings;

  /** How many do. */
  int households;

  Draft(Ring footprint, double heightMeters, BuildingUse use, int dwellings) {
    this.footprint = footprint;
    this.heightMeters = heightMeters;
    this.use = use;
    this.dwellings = dwellings;
  }
}
