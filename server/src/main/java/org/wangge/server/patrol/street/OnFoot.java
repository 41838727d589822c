package org.wangge.server.patrol.street;

import com.graphhopper.matching.MapMatching;
import com.graphhopper.routing.DijkstraBidirectionRef;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shortest ways of somebody who may turn round wherever they stand. GraphHopper asks for each
 * side of a place by itself; to a walker they are one, so that each way is searched once. For one
 * match.
 */
final class OnFoot implements MapMatching.Router {
  /** Between two fixes nobody goes past more crossings than this. */
  private static final int MOST_NODES = 400;

  private final Weighting byLength = new ByLength();
  private final Map<List<Integer>, Path> known = new HashMap<>();

  @Override
  public EdgeFilter getSnapFilter() {
    return EdgeFilter.ALL_EDGES;
  }

  @Override
  public List<Path> calcPaths(
      QueryGraph graph, int fromNode, int fromOutEdge, int[] toNodes, int[] toInEdges) {
    List<Path> paths = new ArrayList<>();
    for (int toNode : toNodes) {
      paths.add(
          known.computeIfAbsent(
              List.of(fromNode, toNode), any -> shortest(graph, fromNode, toNode)));
    }
    return paths;
  }

  private Path shortest(QueryGraph graph, int from, int to) {
    DijkstraBidirectionRef search =
        new DijkstraBidirectionRef(graph, graph.wrapWeighting(byLength), TraversalMode.NODE_BASED);
    search.setMaxVisitedNodes(MOST_NODES);
    return search.calcPath(from, to);
  }

  @Override
  public Weighting getWeighting() {
    return byLength;
  }

  /** A metre weighs one. */
  private static final class ByLength implements Weighting {
    private static final double METERS_PER_SECOND = 1.4;

    @Override
    public double calcMinWeightPerDistance() {
      return 1;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
      return edge.getDistance();
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
      return Math.round(edge.getDistance() / METERS_PER_SECOND * 1_000);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
      return 0;
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
      return 0;
    }

    @Override
    public boolean hasTurnCosts() {
      return false;
    }

    @Override
    public String getName() {
      return "on_foot";
    }
  }
}
