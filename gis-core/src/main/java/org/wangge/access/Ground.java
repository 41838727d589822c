package org.wangge.access;

import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * The ground of an area of an overlay partition, such as a police beat, to which a grant may be
 * bound. Two are equal where they are the same state of the same area. Thread-safe.
 */
public interface Ground {

  /** Id of the partition. */
  String partition();

  /** Code within the partition. */
  String code();

  /** A box around it. */
  LatticeBox bounds();

  /** Whether it holds a point; a point on a border that two areas share is held by one of them. */
  boolean holds(LatticePoint point);
}
