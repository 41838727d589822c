package org.wangge.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.place.StreetGraph;

/**
 * One person on one walk: along streets at a human pace, with pauses, their device off by a few
 * metres. Takes the street they walked least.
 */
final class Walker {
  private static final double FIX_EVERY_SECONDS = 20;
  private static final double PAUSED_FIX_EVERY_SECONDS = 60;
  private static final double PAUSE_CHANCE = 0.13;

  private final StreetGraph graph;
  private final LocalFrame frame;
  private final Dice dice;
  private final Instant start;
  private final double enoughSeconds;
  private final double metersPerSecond;
  private final List<Fix> fixes = new ArrayList<>();
  private double seconds;
  private double sinceFix;
  private double offX;
  private double offY;

  Walker(StreetGraph graph, LocalFrame frame, Dice dice, Instant start, Instant end) {
    this.graph = graph;
    this.frame = frame;
    this.dice = dice;
    this.start = start;
    enoughSeconds = end.getEpochSecond() - start.getEpochSecond();
    metersPerSecond = dice.between(1.0, 1.4);
  }

  List<Fix> fixes() {
    return fixes;
  }

  /** Walks along some streets until time is up. */
  void roam(List<StreetGraph.Edge> streets) {
    if (streets.isEmpty()) {
      return;
    }
    Map<StreetGraph.Edge, Integer> walked = new HashMap<>();
    int node = dice.pick(streets).from();
    fix(frame.spot(graph.nodes().get(node)));
    while (seconds < enoughSeconds) {
      int here = node;
      List<StreetGraph.Edge> ways =
          new ArrayList<>(
              streets.stream().filter(e -> e.from() == here || e.to() == here).toList());
      Map<StreetGraph.Edge, Double> order = new HashMap<>();
      ways.forEach(way -> order.put(way, walked.getOrDefault(way, 0) + dice.unit() * 0.9));
      ways.sort(Comparator.comparingDouble(way -> order.getOrDefault(way, 0.0)));
      StreetGraph.Edge way = ways.get(0);
      walked.merge(way, 1, Integer::sum);
      boolean forward = way.from() == here;
      follow(way, forward);
      node = forward ? way.to() : way.from();
      if (dice.chance(PAUSE_CHANCE)) {
        pause(frame.spot(graph.nodes().get(node)), dice.between(60, 480));
      }
    }
  }

  private void follow(StreetGraph.Edge way, boolean forward) {
    List<LatticePoint> line = new ArrayList<>(way.line());
    if (!forward) {
      Collections.reverse(line);
    }
    for (int i = 0; i + 1 < line.size() && seconds < enoughSeconds; i++) {
      step(frame.spot(line.get(i)), frame.spot(line.get(i + 1)));
    }
    fix(frame.spot(line.get(line.size() - 1)));
  }

  private void step(Spot from, Spot to) {
    double length = from.distance(to);
    double gone = 0;
    while (gone < length) {
      double stride = Math.min(length - gone, (FIX_EVERY_SECONDS - sinceFix) * metersPerSecond);
      gone += stride;
      seconds += stride / metersPerSecond;
      sinceFix += stride / metersPerSecond;
      if (sinceFix >= FIX_EVERY_SECONDS - 1e-6) {
        fix(from.toward(to, gone / length));
      }
    }
  }

  private void pause(Spot at, double duration) {
    for (double waited = 0; waited < duration; waited += PAUSED_FIX_EVERY_SECONDS) {
      seconds += PAUSED_FIX_EVERY_SECONDS;
      fix(at);
    }
  }

  private void fix(Spot spot) {
    offX = 0.85 * offX + 0.95 * dice.bell();
    offY = 0.85 * offY + 0.95 * dice.bell();
    Instant at = start.plusMillis((long) (seconds * 1000));
    boolean later = fixes.isEmpty() || at.isAfter(fixes.get(fixes.size() - 1).at().plusMillis(900));
    if (later) {
      fixes.add(new Fix(frame.at(spot.x() + offX, spot.y() + offY), at));
      sinceFix = 0;
    }
  }
}
