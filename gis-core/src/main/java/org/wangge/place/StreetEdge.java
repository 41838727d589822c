package org.wangge.place;

import java.util.List;
import java.util.Set;
import org.wangge.geo.LatticePoint;

/**
 * A stretch of a street between two nodes of the network, to walk or drive along.
 *
 * @param id stable
 * @param streetId its street
 * @param streetClass class of its street
 * @param fromNode id of the node where its line starts
 * @param toNode id of the node where its line ends
 * @param allowed who may use it
 * @param line centre-line from node to node, both included
 */
public record StreetEdge(
    String id,
    String streetId,
    StreetClass streetClass,
    String fromNode,
    String toNode,
    Set<Traveller> allowed,
    List<LatticePoint> line)
    implements Place {

  public StreetEdge {
    allowed = Set.copyOf(allowed);
    line = List.copyOf(line);
    if (line.size() < 2) {
      throw new IllegalArgumentException("an edge of fewer than two points: " + id);
    }
  }

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.STREET_EDGES;
  }
}
