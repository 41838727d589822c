package org.wangge.plan.planar;

import org.wangge.geo.LatticePoint;

/**
 * A straight stretch of border between two nodes, directed.
 *
 * @param a where it begins
 * @param b where it ends
 */
public record Edge(LatticePoint a, LatticePoint b) {

  /** The same stretch the other way round. */
  public Edge reversed() {
    return new Edge(b, a);
  }

  /** The same stretch in the one direction that stands for both. */
  public Edge undirected() {
    return a.compareTo(b) <= 0 ? this : reversed();
  }

  /** Whether both are the same stretch, whichever way they run. */
  public boolean isSameAs(Edge other) {
    return equals(other) || (a.equals(other.b) && b.equals(other.a));
  }

  public boolean has(LatticePoint end) {
    return a.equals(end) || b.equals(end);
  }
}
