package org.wangge.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.geo.LatticePoint;
import org.wangge.place.StreetGraph;

/** One person on one walk: along streets at a human pace, with pauses, the least walked first. */
final class Walker {
  private static final double PAUSE_CHANCE = 0.13;

  private final StreetGraph graph;
  private final LocalFrame frame;
  private final Dice dice;
  private final double enoughSeconds;
  private final double metersPerSecond;

  Walker(StreetGraph graph, LocalFrame frame, Dice dice, Duration length) {
    this.graph = graph;
    this.frame = frame;
    this.dice = dice;
    enoughSeconds = length.toSeconds();
    metersPerSecond = dice.between(1.0, 1.4);
  }

  /** Walks along some streets, at least one, until time is up. */
  WalkedPath roam(List<StreetGraph.Edge> streets, Instant start) {
    Map<StreetGraph.Edge, Integer> walked = new HashMap<>();
    int node = dice.pick(streets).from();
    WalkedPath.Builder path = new WalkedPath.Builder(start, frame.spot(graph.nodes().get(node)));
    while (path.seconds() < enoughSeconds) {
      int here = node;
      StreetGraph.Edge way = leastWalked(streets, here, walked);
      walked.merge(way, 1, Integer::sum);
      boolean forward = way.from() == here;
      follow(path, way, forward);
      node = forward ? way.to() : way.from();
      if (dice.chance(PAUSE_CHANCE)) {
        path.to(path.here(), Math.min(dice.between(60, 480), left(path)));
      }
    }
    return path.build();
  }

  private StreetGraph.Edge leastWalked(
      List<StreetGraph.Edge> streets, int here, Map<StreetGraph.Edge, Integer> walked) {
    Map<StreetGraph.Edge, Double> order = new HashMap<>();
    List<StreetGraph.Edge> ways = new ArrayList<>();
    for (StreetGraph.Edge edge : streets) {
      if (edge.from() == here || edge.to() == here) {
        ways.add(edge);
        order.put(edge, walked.getOrDefault(edge, 0) + dice.unit() * 0.9);
      }
    }
    return Collections.min(ways, Comparator.comparingDouble(way -> order.getOrDefault(way, 0.0)));
  }

  private void follow(WalkedPath.Builder path, StreetGraph.Edge way, boolean forward) {
    List<LatticePoint> line = new ArrayList<>(way.line());
    if (!forward) {
      Collections.reverse(line);
    }
    for (int i = 1; i < line.size() && left(path) > 0; i++) {
      Spot to = frame.spot(line.get(i));
      double needed = path.here().distance(to) / metersPerSecond;
      double given = Math.min(needed, left(path));
      path.to(path.here().toward(to, given / needed), given);
    }
  }

  private double left(WalkedPath.Builder path) {
    return Math.max(0, enoughSeconds - path.seconds());
  }
}
