package org.wangge.plan.street;

import java.util.Collection;
import java.util.List;
import org.wangge.geo.LatticePoint;
import org.wangge.place.StreetEdge;

/**
 * Centre-lines of streets. Two lines are joined where both have a vertex at the same place, so that
 * a bridge over a street is no way onto it. Immutable.
 *
 * @param lines vertex by vertex, at least two each
 */
public record StreetNetwork(List<List<LatticePoint>> lines) {

  public StreetNetwork {
    lines = lines.stream().map(List::copyOf).toList();
  }

  public static StreetNetwork of(Collection<StreetEdge> edges) {
    return new StreetNetwork(edges.stream().map(StreetEdge::line).toList());
  }
}
