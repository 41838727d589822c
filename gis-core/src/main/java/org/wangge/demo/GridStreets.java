package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wangge.place.StreetGraph;

/** Which stretches of street belong to which grid: those on either side. Immutable once made. */
final class GridStreets {
  private static final int COMMUNITY_DIGITS = 12;

  private final LocalFrame frame;
  private final GridFinder finder;
  private final Map<String, List<StreetGraph.Edge>> streets = new TreeMap<>();
  private final List<List<StreetGraph.Edge>> communities;

  GridStreets(LocalFrame frame, StreetGraph graph, GridFinder finder) {
    this.frame = frame;
    this.finder = finder;
    graph.edges().forEach(this::sortIn);
    Map<String, Set<StreetGraph.Edge>> byCommunity = new TreeMap<>();
    streets.forEach(
        (grid, edges) ->
            byCommunity
                .computeIfAbsent(grid.substring(0, COMMUNITY_DIGITS), code -> new LinkedHashSet<>())
                .addAll(edges));
    communities = byCommunity.values().stream().map(GridStreets::largestPiece).toList();
  }

  /** A street belongs to the grids on both its sides. */
  private void sortIn(StreetGraph.Edge edge) {
    int middle = (edge.line().size() - 1) / 2;
    Spot from = frame.spot(edge.line().get(middle));
    Spot to = frame.spot(edge.line().get(middle + 1));
    Optional<String> before = Optional.empty();
    for (double side : new double[] {2, -2}) {
      Spot beside = from.toward(to, 0.5).move(from.directionTo(to), 0, side);
      Optional<String> grid = finder.at(frame.at(beside.x(), beside.y()));
      if (grid.isPresent() && !grid.equals(before)) {
        streets.computeIfAbsent(grid.get(), key -> new ArrayList<>()).add(edge);
      }
      before = grid;
    }
  }

  /** The streets of the most connected part: a patrol stays where it can walk. */
  private static List<StreetGraph.Edge> largestPiece(Set<StreetGraph.Edge> edges) {
    Map<Integer, List<StreetGraph.Edge>> at = new HashMap<>();
    for (StreetGraph.Edge edge : edges) {
      at.computeIfAbsent(edge.from(), node -> new ArrayList<>()).add(edge);
      at.computeIfAbsent(edge.to(), node -> new ArrayList<>()).add(edge);
    }
    List<StreetGraph.Edge> largest = List.of();
    Set<StreetGraph.Edge> left = new LinkedHashSet<>(edges);
    while (!left.isEmpty()) {
      Set<StreetGraph.Edge> piece = new LinkedHashSet<>();
      List<StreetGraph.Edge> open = new ArrayList<>(List.of(left.iterator().next()));
      while (!open.isEmpty()) {
        StreetGraph.Edge edge = open.remove(open.size() - 1);
        if (piece.add(edge)) {
          open.addAll(at.getOrDefault(edge.from(), List.of()));
          open.addAll(at.getOrDefault(edge.to(), List.of()));
        }
      }
      left.removeAll(piece);
      largest = piece.size() > largest.size() ? List.copyOf(piece) : largest;
    }
    return largest;
  }

  /** The streets of a grid; empty where it has none. */
  List<StreetGraph.Edge> of(String grid) {
    return streets.getOrDefault(grid, List.of());
  }

  /** The connected streets of a community, counted round and round. */
  List<StreetGraph.Edge> ofCommunity(int number) {
    return communities.get(Math.floorMod(number, communities.size()));
  }
}
