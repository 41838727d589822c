package org.wangge.place;

import java.util.List;
import java.util.Set;
import org.wangge.geo.LatticePoint;

/**
 * The streets as nodes and edges, to walk along. Immutable.
 *
 * @param nodes junctions and ends; a node's number is its index
 * @param edges stretches of street between two nodes without another in between
 */
public record StreetGraph(List<LatticePoint> nodes, List<Edge> edges) {

  public StreetGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A stretch of a street between two nodes.
   *
   * @param streetId id of its street
   * @param streetClass class of its street
   * @param from number of the node where its line starts
   * @param to number of the node where its line ends
   * @param allowed who may use it
   * @param line centre-line from node to node, both included
   */
  public record Edge(
      String streetId,
      StreetClass streetClass,
      int from,
      int to,
      Set<Traveller> allowed,
      List<LatticePoint> line) {

    public Edge {
      allowed = Set.copyOf(allowed);
      line = List.copyOf(line);
    }

    /** A stretch for whoever usually may use a street of its class. */
    public Edge(
        String streetId, StreetClass streetClass, int from, int to, List<LatticePoint> line) {
      this(streetId, streetClass, from, to, Traveller.usualOn(streetClass), line);
    }
  }
}
