package org.wangge.plan;

import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * What an operation made.
 *
 * @param topology the faces after it
 * @param made ids of the grids it brought forth, west to east
 * @param path the new border, vertex by vertex
 */
public record Drawn(Topology topology, List<String> made, List<LatticePoint> path) {

  public Drawn {
    made = List.copyOf(made);
    path = List.copyOf(path);
  }
}
