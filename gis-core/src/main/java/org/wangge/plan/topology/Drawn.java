package org.wangge.plan.topology;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wangge.geo.LatticePoint;

/**
 * What an operation made.
 *
 * @param topology the faces after it
 * @param made ids of the grids it brought forth, west to east
 * @param changed ids of grids that go on, with other ground or attributes
 * @param gone ids of faces that are no more, grids and what was below them
 * @param path vertices of the new borders, one border after the other
 * @param paths the new borders, vertex by vertex
 */
public record Drawn(
    Topology topology,
    List<String> made,
    List<String> changed,
    List<String> gone,
    List<LatticePoint> path,
    List<List<LatticePoint>> paths) {

  public Drawn {
    made = List.copyOf(made);
    changed = List.copyOf(changed);
    gone = List.copyOf(gone);
    path = List.copyOf(path);
    paths = List.copyOf(paths);
  }

  /** Ids of all faces it was about: what went, what came, what is other than before. */
  public Set<String> touched() {
    Set<String> touched = new LinkedHashSet<>(gone);
    touched.addAll(changed);
    touched.addAll(made);
    return touched;
  }
}
