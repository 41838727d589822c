package org.wangge.plan.street;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.planar.GroundScale;

/**
 * Finds shortest ways by Dijkstra's algorithm (Numerische Mathematik 1, 1959). Its own, because a
 * search within a grid sees some hundred nodes that are thrown away afterwards: a routing engine
 * would take longer to prepare them than this takes to answer. Not thread-safe.
 */
final class StreetWays {
  private final GroundScale ground;
  private final Set<LatticePoint> ends;
  private final Map<LatticePoint, Integer> numbers = new HashMap<>();
  private final List<LatticePoint> nodes = new ArrayList<>();
  private final List<Coordinate> places = new ArrayList<>();
  private final List<List<Step>> steps = new ArrayList<>();

  /** From a node to the next one. */
  private record Step(int to, double meters) {}

  /** A node that is reached. */
  private record Reached(int node, double meters) {}

  StreetWays(StreetNetwork streets) {
    this(streets, Set.of());
  }

  /**
   * @param ends places where a way may begin or end, but which it does not pass
   */
  StreetWays(StreetNetwork streets, Set<LatticePoint> ends) {
    this.ends = ends;
    ground =
        new GroundScale(
            streets.lines().isEmpty() ? new LatticePoint(0, 0) : streets.lines().get(0).get(0));
    for (List<LatticePoint> line : streets.lines()) {
      for (int i = 1; i < line.size(); i++) {
        join(node(line.get(i - 1)), node(line.get(i)));
      }
    }
  }

  private int node(LatticePoint point) {
    Integer known = numbers.putIfAbsent(point, nodes.size());
    if (known != null) {
      return known;
    }
    nodes.add(point);
    places.add(ground.toMeters(point));
    steps.add(new ArrayList<>());
    return nodes.size() - 1;
  }

  private void join(int a, int b) {
    if (a != b) {
      double meters = places.get(a).distance(places.get(b));
      steps.get(a).add(new Step(b, meters));
      steps.get(b).add(new Step(a, meters));
    }
  }

  OptionalInt find(LatticePoint point) {
    Integer known = numbers.get(point);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  /** The node nearest to a place, made on a street where there is none; empty beyond the reach. */
  Optional<Integer> enter(LatticePoint place, double reachMeters) {
    OptionalInt known = find(place);
    if (known.isPresent()) {
      return Optional.of(known.getAsInt());
    }
    Coordinate at = ground.toMeters(place);
    int from = -1;
    int to = -1;
    double nearest = reachMeters;
    for (int a = 0; a < nodes.size(); a++) {
      for (Step step : steps.get(a)) {
        if (a < step.to()) {
          double meters = new LineSegment(places.get(a), places.get(step.to())).distance(at);
          if (meters < nearest) {
            nearest = meters;
            from = a;
            to = step.to();
          }
        }
      }
    }
    return from < 0 ? Optional.empty() : Optional.of(on(from, to, at));
  }

  private int on(int from, int to, Coordinate at) {
    Coordinate foot = new LineSegment(places.get(from), places.get(to)).closestPoint(at);
    int node = node(ground.toLattice(foot));
    if (node != from && node != to) {
      steps.get(from).removeIf(step -> step.to() == to);
      steps.get(to).removeIf(step -> step.to() == from);
      join(from, node);
      join(node, to);
    }
    return node;
  }

  /** The shortest ways from a node to all others. */
  Ways from(int start) {
    double[] meters = new double[nodes.size()];
    int[] before = new int[nodes.size()];
    Arrays.fill(meters, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    meters[start] = 0;
    PriorityQueue<Reached> open =
        new PriorityQueue<>((a, b) -> Double.compare(a.meters(), b.meters()));
    open.add(new Reached(start, 0));
    while (!open.isEmpty()) {
      Reached next = open.remove();
      boolean passes = next.node() == start || !ends.contains(nodes.get(next.node()));
      if (!passes || next.meters() > meters[next.node()]) {
        continue;
      }
      for (Step step : steps.get(next.node())) {
        double sum = next.meters() + step.meters();
        if (sum < meters[step.to()]) {
          meters[step.to()] = sum;
          before[step.to()] = next.node();
          open.add(new Reached(step.to(), sum));
        }
      }
    }
    return new Ways(meters, before);
  }

  /** The ways from one node. */
  final class Ways {
    private final double[] meters;
    private final int[] before;

    private Ways(double[] meters, int[] before) {
      this.meters = meters;
      this.before = before;
    }

    /** The way to another; empty where none leads there. */
    Optional<StreetPath> to(int end) {
      if (Double.isInfinite(meters[end])) {
        return Optional.empty();
      }
      Deque<LatticePoint> line = new ArrayDeque<>();
      for (int node = end; node >= 0; node = before[node]) {
        line.addFirst(nodes.get(node));
      }
      return Optional.of(new StreetPath(List.copyOf(line), meters[end]));
    }
  }
}
