package org.wangge.plan.planar;

import java.util.List;

/** Lengths of borders, to be compared with one another around one place. Pure. */
public final class Lengths {
  private Lengths() {}

  /** Length in lattice units. */
  public static double units(List<Edge> edges) {
    double sum = 0;
    for (Edge edge : edges) {
      sum +=
          Math.hypot(
              (double) edge.a().lon() - edge.b().lon(), (double) edge.a().lat() - edge.b().lat());
    }
    return sum;
  }
}
