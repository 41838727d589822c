package org.wangge.plan.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Partition;
import org.wangge.plan.cut.CutLine;
import org.wangge.plan.cut.Slivers;
import org.wangge.plan.operation.PlanOperation.Vertex;
import org.wangge.plan.planar.BorderPlace;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.planar.PlanarMap;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.planar.Sides;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Topology;

/** Moves, puts in and takes out vertices of borders, for all faces that share them. Pure. */
final class EditVertex {
  /** A place as near as this to a vertex means the vertex. */
  private static final double SNAP_METERS = CutLine.SNAP_METERS;

  private final Topology topology;
  private final Vertex edit;

  private EditVertex(Topology topology, Vertex edit) {
    this.topology = topology;
    this.edit = edit;
  }

  /**
   * Does it.
   *
   * @throws Invalid with code {@code vertex-not-found}, {@code border-not-found}, {@code
   *     vertex-of-parent}, {@code vertex-is-corner}, {@code vertex-would-cross}, {@code
   *     vertex-exists} or {@code sliver}, and the place
   */
  static Drawn apply(Topology topology, Vertex edit) {
    EditVertex one = new EditVertex(topology, edit);
    return switch (edit.kind()) {
      case Vertex.INSERT -> one.insert();
      case Vertex.DELETE -> one.delete();
      case Vertex.MOVE -> one.move();
      default -> throw new IllegalArgumentException("no such edit of a vertex: " + edit.kind());
    };
  }

  private Drawn insert() {
    GroundScale scale = new GroundScale(edit.at());
    BorderPlace best = null;
    for (String piece : near()) {
      BorderPlace place =
          BorderPlace.nearest(
              topology.mosaic().shape(piece), scale, GroundScale.coordinate(edit.at()));
      best = best == null || place.meters() < best.meters() ? place : best;
    }
    if (best == null || best.meters() > SNAP_METERS) {
      throw Refusal.at(edit.at(), "at", "border-not-found");
    }
    LatticePoint node = GroundScale.rounded(best.place());
    if (best.edge().has(node)) {
      throw Refusal.at(node, "at", "vertex-exists");
    }
    Topology after = topology.insert(best.edge(), node);
    PlanarMap map = topology.mosaic().map();
    return drawn(after, Set.of(map.left(best.edge()), map.right(best.edge())), List.of());
  }

  private Set<String> near() {
    return topology.mosaic().near(LatticeBox.around(edit.at(), SNAP_METERS));
  }

  private Drawn delete() {
    LatticePoint node = node();
    PlanarMap map = topology.mosaic().map();
    List<LatticePoint> ends = map.neighbours(node);
    if (ends.size() != 2 || map.has(new Edge(ends.get(0), ends.get(1)))) {
      throw Refusal.at(node, "at", "vertex-is-corner", Map.of("borders", ends.size()));
    }
    return redrawn(
        topology.mosaic().withoutNode(node),
        node,
        null,
        List.of(new Edge(ends.get(0), ends.get(1))));
  }

  private Drawn move() {
    LatticePoint node = node();
    LatticePoint to = edit.toOrNull();
    if (to == null) {
      throw new Invalid("to", "member-missing", Map.of("name", "to"));
    }
    PlanarMap map = topology.mosaic().map();
    if (map.degree(to) > 0) {
      throw Refusal.at(to, "to", "vertex-exists");
    }
    List<Edge> edges = map.neighbours(node).stream().map(end -> new Edge(to, end)).toList();
    return redrawn(topology.mosaic().withNodeAt(node, to), node, to, edges);
  }

  /** The vertex at the place that was told. */
  private LatticePoint node() {
    GroundScale scale = new GroundScale(edit.at());
    LatticePoint best = null;
    for (String piece : near()) {
      for (Edge edge : topology.mosaic().edges(piece)) {
        boolean nearer =
            best == null || scale.meters(edge.a(), edit.at()) < scale.meters(best, edit.at());
        best = nearer ? edge.a() : best;
      }
    }
    if (best == null || scale.meters(best, edit.at()) > SNAP_METERS) {
      throw Refusal.at(edit.at(), "at", "vertex-not-found");
    }
    return best;
  }

  private Drawn redrawn(
      Mosaic next, LatticePoint node, @Nullable LatticePoint place, List<Edge> edges) {
    Set<String> pieces = piecesRound(node);
    requireInPlan(node, pieces);
    requireClear(next, pieces, place == null ? node : place, edges);
    List<Face> put = new ArrayList<>();
    for (Face face : touched(node, pieces)) {
      LatticeShape shape = RingEdges.replaced(face.shape(), node, place);
      if (!new IsValidOp(shape.scaled()).isValid()) {
        throw Refusal.at(place == null ? node : place, "to", "vertex-would-cross");
      }
      put.add(face.on(shape));
    }
    List<Face> grids = put.stream().filter(Topology::isGrid).toList();
    Slivers.refuse(
        grids.stream().map(grid -> topology.getFace(grid.id()).shape()).toList(),
        grids.stream().map(Face::shape).toList(),
        new GroundScale(node));
    Topology after = topology.with(new Topology.Change(next, Set.of(), put, Set.of(), Map.of()));
    List<List<LatticePoint>> paths =
        edges.stream().map(edge -> List.of(edge.a(), edge.b())).toList();
    return drawn(after, pieces, paths);
  }

  private Set<String> piecesRound(LatticePoint node) {
    Set<String> pieces = new LinkedHashSet<>();
    PlanarMap map = topology.mosaic().map();
    map.neighbours(node).forEach(end -> pieces.add(map.left(new Edge(node, end))));
    return pieces;
  }

  /** Moving a vertex moves ground: only among grids of one parent, and never its outline. */
  private void requireInPlan(LatticePoint node, Set<String> pieces) {
    String parent = null;
    for (String piece : pieces) {
      String grid = topology.gridOf(piece);
      String above = grid == null ? "" : topology.getFace(grid).parent().orElse("");
      if (grid == null || (parent != null && !parent.equals(above))) {
        throw Refusal.at(node, "at", "vertex-of-parent");
      }
      parent = above;
    }
    for (Face face : topology.bystanders(LatticeBox.of(List.of(node)))) {
      if (face.area().key().partition().equals(Partition.TREE)
          && RingEdges.hasVertex(face.shape(), node)) {
        throw Refusal.at(node, "at", "vertex-of-parent");
      }
    }
  }

  /** New edges meet nothing, and no ring is turned round. */
  private void requireClear(Mosaic next, Set<String> pieces, LatticePoint place, List<Edge> edges) {
    for (String piece : pieces) {
      LatticeShape shape = next.shape(piece);
      for (Edge other : RingEdges.edges(shape)) {
        for (Edge edge : edges) {
          if (!edge.isSameAs(other) && Sides.meet(edge.a(), edge.b(), other.a(), other.b())) {
            throw Refusal.at(place, "to", "vertex-would-cross");
          }
        }
      }
      if (!new IsValidOp(shape.scaled()).isValid() || isTurned(next, piece)) {
        throw Refusal.at(place, "to", "vertex-would-cross");
      }
    }
    long before = pieces.stream().mapToLong(this::doubledArea).sum();
    long after = pieces.stream().mapToLong(piece -> Pieces.doubledArea(next.shape(piece))).sum();
    if (before != after) {
      throw Refusal.at(place, "to", "vertex-would-cross");
    }
  }

  /** Whether the outline of a piece lies on the other side of one of its edges than it did. */
  private static boolean isTurned(Mosaic next, String piece) {
    return next.edges(piece).stream().anyMatch(edge -> !next.map().left(edge).equals(piece));
  }

  private long doubledArea(String piece) {
    return Pieces.doubledArea(topology.mosaic().shape(piece));
  }

  /** Faces of every level that have the vertex. */
  private List<Face> touched(LatticePoint node, Set<String> pieces) {
    Set<Face> faces = new LinkedHashSet<>();
    for (String piece : pieces) {
      topology.find(piece).ifPresent(faces::add);
      String grid = topology.gridOf(piece);
      if (grid != null) {
        faces.add(topology.getFace(grid));
      }
    }
    faces.addAll(topology.bystanders(LatticeBox.of(List.of(node))));
    return faces.stream().filter(face -> RingEdges.hasVertex(face.shape(), node)).toList();
  }

  private Drawn drawn(Topology after, Set<String> pieces, List<List<LatticePoint>> paths) {
    Set<String> grids = new LinkedHashSet<>();
    for (String piece : pieces) {
      String grid = topology.gridOf(piece);
      if (grid != null) {
        grids.add(grid);
      }
    }
    return new Drawn(
        after,
        List.of(),
        List.copyOf(grids),
        List.of(),
        paths.stream().flatMap(List::stream).toList(),
        paths);
  }
}
