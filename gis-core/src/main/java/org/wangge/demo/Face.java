package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A face of a {@link Mesh} and what the town's plan says of it. Changed while the town is built.
 */
final class Face {
  /** Node numbers, counter-clockwise. */
  final List<Integer> ring;

  /** What is to be built here. */
  Zone zone = Zone.FIELDS;

  /** Number of the grid it belongs to, or −1. */
  int grid = -1;

  /** Number of the block it is part of, or −1. */
  int block = -1;

  /** Number of the micro-grid it is part of, or −1. */
  int micro = -1;

  /** Which part of an outgrown grid it is in: a street divides them. */
  int wing;

  /** Whether further cuts may not divide it. */
  boolean whole;

  /** What stands on it. */
  final List<Draft> buildings = new ArrayList<>();

  Face(List<Integer> ring) {
    this.ring = new ArrayList<>(ring);
  }

  /** A new face under the same plan, nothing built on it yet. */
  Face sibling(List<Integer> otherRing) {
    Face face = new Face(otherRing);
    face.zone = zone;
    face.grid = grid;
    face.block = block;
    face.micro = micro;
    face.wing = wing;
    face.whole = whole;
    return face;
  }
}
