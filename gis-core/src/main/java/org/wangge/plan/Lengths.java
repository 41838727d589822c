package org.wangge.plan;

import java.util.List;
import org.wangge.plan.topology.Edge;

/** Lengths of borders, to be compared with one another around one place. */
final class Lengths {
  private Lengths() {}

  /** Length in lattice units. */
  static double units(List<Edge> edges) {
    double sum = 0;
    for (Edge edge : edges) {
      sum +=
          Math.hypot(
              (double) edge.a().lon() - edge.b().lon(), (double) edge.a().lat() - edge.b().lat());
    }
    return sum;
  }
}
