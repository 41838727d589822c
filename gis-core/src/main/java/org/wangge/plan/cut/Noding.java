package org.wangge.plan.cut;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.BorderPlace;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;

/**
 * Brings a drawn line and the borders of a region together: where it meets one of them, both have a
 * node. One use, one thread.
 */
public final class Noding {
  private Region region;
  private final List<List<LatticePoint>> paths = new ArrayList<>();

  private Noding(Region region) {
    this.region = region;
  }

  /** The region with the nodes it got. */
  Region region() {
    return region;
  }

  /** The new borders, node by node. */
  List<List<LatticePoint>> paths() {
    return paths;
  }

  /** The edges of the new borders, each once. */
  Set<Edge> edges() {
    Set<Edge> edges = new LinkedHashSet<>();
    paths.forEach(path -> RingEdges.edges(path).forEach(edge -> edges.add(edge.undirected())));
    return edges;
  }

  /**
   * A line from outline to outline, as often as it runs through the region.
   *
   * @throws org.wangge.fault.Invalid with the place where the line will not do
   */
  public static Noding across(Region region, List<LatticePoint> line) {
    return drawn(region, new CutLine(region).stretches(line), Set.of());
  }

  /**
   * A line whose ends may also lie on borders inside the region.
   *
   * @param borders those borders
   */
  public static Noding between(Region region, List<LatticePoint> line, Set<Edge> borders) {
    return drawn(region, new CutLine(region).stretches(line), borders);
  }

  /** A ring, as far as it is inside the region: all of it, or from outline to outline. */
  public static Noding around(Region region, List<LatticePoint> ring) {
    List<LatticePoint> closed = new ArrayList<>(ring);
    if (!closed.get(0).equals(closed.get(closed.size() - 1))) {
      closed.add(closed.get(0));
    }
    List<List<Coordinate>> stretches = new CutLine(region).stretches(closed);
    List<Coordinate> first = stretches.get(0);
    boolean whole = first.get(0).equals2D(first.get(first.size() - 1));
    if (stretches.size() > 1 || !whole) {
      return drawn(region, stretches, Set.of());
    }
    Noding noding = new Noding(region);
    List<LatticePoint> all = first.stream().map(GroundScale::rounded).toList();
    int half = all.size() / 2;
    noding.add(all.subList(0, half + 1));
    noding.add(all.subList(half, all.size()));
    return noding;
  }

  private static Noding drawn(Region region, List<List<Coordinate>> stretches, Set<Edge> borders) {
    Noding noding = new Noding(region);
    for (List<Coordinate> stretch : stretches) {
      List<LatticePoint> path = noding.ended(stretch, borders, stretches.size() > 1);
      if (!path.isEmpty()) {
        noding.add(path);
      }
    }
    if (noding.paths.isEmpty()) {
      throw Refusal.at(
          stretches.get(0).get(0),
          "line",
          "line-ends-together",
          Map.of("face", region.face().id()));
    }
    List<Edge> all = new ArrayList<>();
    noding.paths.forEach(path -> all.addAll(RingEdges.edges(path)));
    CutLine.requireApart(all);
    return noding;
  }

  private void add(List<LatticePoint> path) {
    CutLine.requireSimple(path);
    CutLine.requireInside(region, path);
    BorderNodes nodes = new BorderNodes(region, path).make();
    region = nodes.region();
    CutLine.requireSimple(nodes.path());
    CutLine.requireInside(region, nodes.path());
    paths.add(nodes.path());
  }

  /** A stretch with both ends on nodes of a border; empty for one that only grazes it. */
  private List<LatticePoint> ended(List<Coordinate> stretch, Set<Edge> borders, boolean several) {
    LatticePoint first = onBorder(stretch.get(0), borders);
    LatticePoint last = onBorder(stretch.get(stretch.size() - 1), borders);
    GroundScale scale = region.scale();
    List<LatticePoint> path = new ArrayList<>();
    path.add(first);
    for (Coordinate place : stretch.subList(1, stretch.size() - 1)) {
      LatticePoint point = GroundScale.rounded(place);
      if (scale.meters(first, point) > CutLine.SNAP_METERS
          && scale.meters(last, point) > CutLine.SNAP_METERS) {
        path.add(point);
      }
    }
    path.add(last);
    if (scale.meters(first, last) >= CutLine.SNAP_METERS) {
      return path;
    }
    if (several) {
      return List.of();
    }
    throw Refusal.at(first, "line", "line-ends-together", Map.of("face", region.face().id()));
  }

  /** The node of a border that an end of the line stands for, put in where there is none. */
  private LatticePoint onBorder(Coordinate end, Set<Edge> borders) {
    GroundScale scale = region.scale();
    BorderPlace place = BorderPlace.nearest(region.shape(), scale, end);
    for (Edge edge : now(borders)) {
      Coordinate on = GroundScale.place(edge.a(), edge.b(), scale.along(edge.a(), edge.b(), end));
      double meters = scale.meters(end, on);
      if (meters < place.meters()) {
        place = new BorderPlace(edge, on, meters, 0);
      }
    }
    if (place.meters() > CutLine.SNAP_METERS) {
      throw Refusal.at(
          end, "line", "line-ends-inside", Map.of("meters", Math.round(place.meters())));
    }
    if (place.ring() > 0) {
      throw Refusal.at(end, "line", "line-meets-hole", Map.of("face", region.face().id()));
    }
    LatticePoint nearest = nearest(end, borders);
    if (nearest != null) {
      return nearest;
    }
    LatticePoint node = GroundScale.rounded(place.place());
    region = region.in(region.topology().insert(place.edge(), node));
    return node;
  }

  /** The borders as they are after nodes were put on them. */
  private Set<Edge> now(Set<Edge> borders) {
    return borders.isEmpty() ? borders : region.bordersOfGrids();
  }

  private @Nullable LatticePoint nearest(Coordinate end, Set<Edge> borders) {
    LatticeShape shape = region.shape();
    Set<LatticePoint> nodes = new LinkedHashSet<>(RingEdges.rings(shape).get(0));
    now(borders).forEach(edge -> nodes.addAll(List.of(edge.a(), edge.b())));
    LatticePoint nearest = null;
    double best = CutLine.SNAP_METERS;
    for (LatticePoint node : nodes) {
      double meters = region.scale().meters(GroundScale.coordinate(node), end);
      if (meters < best) {
        best = meters;
        nearest = node;
      }
    }
    return nearest;
  }
}
