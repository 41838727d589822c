package org.wangge.demo;

import java.util.Locale;
import org.wangge.place.GroundKind;
import org.wangge.place.StreetClass;

/** What a part of the town is built up with. */
enum Zone {
  /** Gated estates of slabs. */
  ESTATE(36_000, StreetClass.LOCAL, GroundKind.HOUSING),
  /** Gated estates of towers. */
  TOWERS(30_000, StreetClass.LOCAL, GroundKind.HOUSING),
  OLD(9_500, StreetClass.LANE, GroundKind.OLD_QUARTER),
  VILLAGE(14_000, StreetClass.LANE, GroundKind.VILLAGE),
  DOWNTOWN(17_000, StreetClass.LOCAL, GroundKind.COMMERCE),
  WORKS(60_000, StreetClass.LOCAL, GroundKind.INDUSTRY),
  CIVIC(60_000, StreetClass.LOCAL, GroundKind.CIVIC),
  SCHOOL(90_000, StreetClass.LANE, GroundKind.SCHOOL),
  HOSPITAL(90_000, StreetClass.LANE, GroundKind.HOSPITAL),
  MARKET(90_000, StreetClass.LANE, GroundKind.MARKET),
  PARK(400_000, StreetClass.PATH, GroundKind.PARK),
  /** The strip between the river and its avenue. */
  EMBANKMENT(400_000, StreetClass.PATH, GroundKind.PARK),
  FIELDS(50_000, StreetClass.LANE, GroundKind.FARMLAND);

  /** A block is divided while it is bigger than this. */
  final double blockSquareMeters;

  /** Class of the streets between its blocks. */
  final StreetClass streetClass;

  final GroundKind ground;

  Zone(double blockSquareMeters, StreetClass streetClass, GroundKind ground) {
    this.blockSquareMeters = blockSquareMeters;
    this.streetClass = streetClass;
    this.ground = ground;
  }

  static Zone parse(String word) {
    return valueOf(word.strip().toUpperCase(Locale.ROOT));
  }

  /** Whether whole blocks of flats stand there. */
  boolean flats() {
    return this == ESTATE || this == TOWERS;
  }

  /** Whether people live there. */
  boolean housing() {
    return this == ESTATE || this == TOWERS || this == OLD || this == VILLAGE;
  }
}
