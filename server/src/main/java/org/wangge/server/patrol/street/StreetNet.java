package org.wangge.server.patrol.street;

import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.place.StreetEdge;

/**
 * Streets as a graph that GraphHopper searches, in memory and for as long as one question takes.
 * Whoever walks may go along each of them either way.
 */
final class StreetNet implements AutoCloseable {
  /** GraphHopper wants room for flags of an edge; none are set. */
  private static final int BYTES_OF_FLAGS = 4;

  private final BaseGraph graph = new BaseGraph.Builder(BYTES_OF_FLAGS).create();
  private final LocationIndexTree index;
  private final List<String> streetIds = new ArrayList<>();
  private final Map<LatticePoint, Integer> nodes = new HashMap<>();

  StreetNet(Collection<StreetEdge> streets) {
    for (StreetEdge street : streets) {
      put(street);
    }
    graph.freeze();
    index = new LocationIndexTree(graph, graph.getDirectory());
    index.prepareIndex();
  }

  BaseGraph graph() {
    return graph;
  }

  LocationIndexTree index() {
    return index;
  }

  boolean isEmpty() {
    return streetIds.isEmpty();
  }

  /** The street that an edge of the graph is part of. */
  String streetOf(int edge) {
    return streetIds.get(edge);
  }

  /** How far the nearest street is, in metres; infinite where none is within a block or so. */
  double metersTo(LatticePoint point) {
    if (isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    Snap snap = index.findClosest(point.latDegrees(), point.lonDegrees(), EdgeFilter.ALL_EDGES);
    return snap.isValid() ? snap.getQueryDistance() : Double.POSITIVE_INFINITY;
  }

  /** A stretch that ends where it begins becomes two: GraphHopper wants edges between two nodes. */
  private void put(StreetEdge street) {
    List<LatticePoint> line = street.line();
    if (line.get(0).equals(line.get(line.size() - 1))) {
      int middle = line.size() / 2;
      put(street.streetId(), line.subList(0, middle + 1));
      put(street.streetId(), line.subList(middle, line.size()));
    } else {
      put(street.streetId(), line);
    }
  }

  private void put(String streetId, List<LatticePoint> line) {
    LatticePoint first = line.get(0);
    LatticePoint last = line.get(line.size() - 1);
    if (first.equals(last)) {
      return;
    }
    double meters = 0;
    PointList between = new PointList();
    for (int i = 1; i < line.size(); i++) {
      meters += Geodesy.distanceMeters(line.get(i - 1), line.get(i));
      if (i < line.size() - 1) {
        between.add(line.get(i).latDegrees(), line.get(i).lonDegrees());
      }
    }
    EdgeIteratorState edge = graph.edge(node(first), node(last)).setDistance(meters);
    if (!between.isEmpty()) {
      edge.setWayGeometry(between);
    }
    streetIds.add(streetId);
  }

  private int node(LatticePoint point) {
    return nodes.computeIfAbsent(
        point,
        at -> {
          int number = nodes.size();
          graph.getNodeAccess().setNode(number, at.latDegrees(), at.lonDegrees());
          return number;
        });
  }

  @Override
  public void close() {
    index.close();
    graph.close();
  }
}
