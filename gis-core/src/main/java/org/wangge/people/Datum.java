package org.wangge.people;

import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.word.Word;

/** In which coordinates a device says where it is, as declared by whoever let it in. */
public enum Datum implements Word {
  /** As satellites give them; what phones say unless they were built for something else. */
  WGS84("EPSG:4326"),
  /** Shifted, as devices with a Chinese map inside often say them. */
  GCJ02("GCJ-02");

  private final String system;

  Datum(String system) {
    this.system = system;
  }

  public CoordinateSystem system() {
    return CoordinateSystems.parse(system);
  }
}
