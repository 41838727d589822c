package org.wangge.plan.cut;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.planar.Sides;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;

/**
 * Gives a path through a face and the borders inside that face their common vertices: vertices the
 * path passes closely become its own, and where it crosses an edge both get a vertex. One use, one
 * thread.
 */
final class BorderNodes {
  /** Nearer than this, path and inner border are meant to be the same. */
  private static final double SNAP_METERS = 0.5;

  private static final int ROUNDS = 5;
  private static final int MOST_CROSSINGS = 2_000;

  private final GroundScale scale;
  private Region region;
  private List<LatticePoint> path;

  BorderNodes(Region region, List<LatticePoint> path) {
    this.region = region;
    this.scale = region.scale();
    this.path = path;
  }

  /** The region with the vertices it got. */
  Region region() {
    return region;
  }

  List<LatticePoint> path() {
    return path;
  }

  /**
   * Does it.
   *
   * @throws org.wangge.fault.Invalid with code {@code line-too-close} where the path runs so close
   *     to an inner border that they cannot be told apart on the lattice
   */
  BorderNodes make() {
    takeVertices();
    leanOnEdges();
    int crossings = 0;
    while (crossOnce()) {
      if (++crossings > MOST_CROSSINGS) {
        throw Refusal.at(path.get(0), "line", "line-too-close");
      }
    }
    requireCommonVertices();
    return this;
  }

  private Set<LatticePoint> rim() {
    Set<LatticePoint> rim = new HashSet<>();
    RingEdges.rings(region.shape()).forEach(rim::addAll);
    return rim;
  }

  private void takeVertices() {
    Set<LatticePoint> inner = new LinkedHashSet<>();
    region.innerEdges().forEach(edge -> inner.addAll(List.of(edge.a(), edge.b())));
    inner.removeAll(rim());
    path = replaced(inner);
    for (int round = 0; round < ROUNDS; round++) {
      List<LatticePoint> next = joined(inner);
      if (next.size() == path.size()) {
        return;
      }
      path = next;
    }
  }

  /** Drawn points that lie at a vertex become that vertex. */
  private List<LatticePoint> replaced(Set<LatticePoint> inner) {
    List<LatticePoint> next = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      LatticePoint point = path.get(i);
      boolean end = i == 0 || i == path.size() - 1;
      LatticePoint taken =
          end
              ? point
              : inner.stream()
                  .filter(vertex -> scale.meters(vertex, point) < SNAP_METERS)
                  .min(Comparator.comparingDouble(vertex -> scale.meters(vertex, point)))
                  .orElse(point);
      if (next.isEmpty() || !next.get(next.size() - 1).equals(taken)) {
        next.add(taken);
      }
    }
    return next;
  }

  /** Vertices that the path passes closely join it. */
  private List<LatticePoint> joined(Set<LatticePoint> inner) {
    Set<LatticePoint> known = new HashSet<>(path);
    List<LatticePoint> next = new ArrayList<>();
    next.add(path.get(0));
    for (Edge edge : RingEdges.edges(path)) {
      inner.stream()
          .filter(vertex -> !known.contains(vertex) && passes(edge, vertex))
          .sorted(Comparator.comparingDouble(vertex -> along(edge, vertex)))
          .forEach(
              vertex -> {
                known.add(vertex);
                next.add(vertex);
              });
      next.add(edge.b());
    }
    return next;
  }

  private boolean passes(Edge edge, LatticePoint vertex) {
    double along = along(edge, vertex);
    Coordinate place = GroundScale.place(edge.a(), edge.b(), along);
    return along > 0
        && along < 1
        && scale.meters(place, GroundScale.coordinate(vertex)) < SNAP_METERS;
  }

  private double along(Edge edge, LatticePoint vertex) {
    return scale.along(edge.a(), edge.b(), GroundScale.coordinate(vertex));
  }

  /** Drawn points that lie at an edge get onto it, as a vertex of it. */
  private void leanOnEdges() {
    for (int i = 1; i < path.size() - 1; i++) {
      LatticePoint point = path.get(i);
      Set<Edge> inner = region.innerEdges();
      if (inner.stream().anyMatch(edge -> edge.has(point))) {
        continue;
      }
      for (Edge edge : inner) {
        if (passes(edge, point)) {
          LatticePoint on =
              GroundScale.rounded(GroundScale.place(edge.a(), edge.b(), along(edge, point)));
          insert(edge, on);
          List<LatticePoint> next = new ArrayList<>(path);
          next.set(i, on);
          path = next;
          break;
        }
      }
    }
  }

  private boolean crossOnce() {
    Set<Edge> inner = region.innerEdges();
    for (int i = 1; i < path.size(); i++) {
      LatticePoint a = path.get(i - 1);
      LatticePoint b = path.get(i);
      for (Edge edge : inner) {
        if (Sides.cross(a, b, edge.a(), edge.b())) {
          LatticePoint at = crossing(a, b, edge);
          if (at.equals(a) || at.equals(b)) {
            throw Refusal.at(at, "line", "line-too-close");
          }
          insert(edge, at);
          List<LatticePoint> next = new ArrayList<>(path);
          next.add(i, at);
          path = next;
          return true;
        }
      }
    }
    return false;
  }

  private void insert(Edge edge, LatticePoint vertex) {
    if (edge.has(vertex)) {
      throw Refusal.at(vertex, "line", "line-too-close");
    }
    region = region.in(region.topology().insert(edge, vertex));
  }

  private static LatticePoint crossing(LatticePoint a, LatticePoint b, Edge edge) {
    double dx = (double) b.lon() - a.lon();
    double dy = (double) b.lat() - a.lat();
    double ex = (double) edge.b().lon() - edge.a().lon();
    double ey = (double) edge.b().lat() - edge.a().lat();
    double fx = (double) edge.a().lon() - a.lon();
    double fy = (double) edge.a().lat() - a.lat();
    double t = (fx * ey - fy * ex) / (dx * ey - dy * ex);
    return GroundScale.rounded(GroundScale.place(a, b, t));
  }

  private void requireCommonVertices() {
    Set<Edge> inner = region.innerEdges();
    for (Edge step : RingEdges.edges(path)) {
      for (Edge edge : inner) {
        if (!step.isSameAs(edge) && Sides.meet(step.a(), step.b(), edge.a(), edge.b())) {
          throw Refusal.at(edge.a(), "line", "line-too-close");
        }
      }
    }
  }
}
