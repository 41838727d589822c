package org.wangge.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.Distance;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.Partition;
import org.wangge.plan.RingEdges.Edge;

/**
 * The faces of a plan, of all levels and overlays, on one set of edges: two faces that meet have
 * the same vertices where they meet, and a vertex put on an edge is put into every face that uses
 * it. Immutable; an operation makes a new one.
 */
public final class Topology {
  /** Nearer than this to an edge it is not on, a vertex would tear apart what looks like one. */
  private static final double CLEAR_UNITS = 2;

  private static final Comparator<Face> WEST_TO_EAST =
      Comparator.comparingInt((Face face) -> face.label().lon())
          .thenComparing(face -> -face.label().lat());

  private final Map<String, Area> base;
  private final Map<String, Face> faces;

  private Topology(Map<String, Area> base, Map<String, Face> faces) {
    this.base = base;
    this.faces = faces;
  }

  /** The base: these areas as they are. Areas without an outline are known, but are no faces. */
  public static Topology of(Collection<Area> areas) {
    Map<String, Area> base = new LinkedHashMap<>();
    Map<String, Face> faces = new LinkedHashMap<>();
    for (Area area : areas) {
      String id = Face.idOf(area.key());
      base.put(id, area);
      if (area.shape().isPresent()) {
        faces.put(id, Face.of(area));
      }
    }
    return new Topology(base, faces);
  }

  /** Areas of the base that are no longer there. */
  List<Area> retired() {
    return base.entrySet().stream()
        .filter(one -> one.getValue().shape().isPresent() && !faces.containsKey(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether an area of the base without an outline hangs from this face. */
  boolean hasChildWithoutOutline(Face face) {
    return !face.born()
        && base.values().stream()
            .anyMatch(
                area ->
                    area.shape().isEmpty()
                        && area.parentCode().equals(Optional.of(face.area().code()))
                        && area.key().partition().equals(face.area().key().partition()));
  }

  /** Whether an area of the tree is, or lies below, the one with this code. */
  boolean isWithin(Face face, String code) {
    Area area = face.area();
    while (area != null) {
      if (area.code().equals(code)) {
        return area.key().partition().equals(Partition.TREE);
      }
      Area above = area.parentCode().map(base::get).orElse(null);
      area = above != null && area.level().mayHangBelow(above.level()) ? above : null;
    }
    return false;
  }

  /** All faces, those of the base first. */
  public List<Face> faces() {
    return List.copyOf(faces.values());
  }

  public Optional<Face> find(String id) {
    return Optional.ofNullable(faces.get(id));
  }

  /**
   * The face of an id.
   *
   * @throws Invalid with code {@code face-unknown}
   */
  public Face getFace(String id) {
    return find(id).orElseThrow(() -> new Invalid("face", "face-unknown", Map.of("face", id)));
  }

  /** The faces directly below one, west to east, then north to south. */
  public List<Face> children(String id) {
    return inOrder(faces.values().stream().filter(face -> id.equals(face.parentOrNull())).toList());
  }

  /** Faces in the order in which new numbers are given: west to east, then north to south. */
  static List<Face> inOrder(Collection<Face> some) {
    return some.stream().sorted(WEST_TO_EAST).toList();
  }

  /** A topology in which some faces are in place of others. */
  Topology with(Collection<Face> put, Set<String> gone) {
    Map<String, Face> now = new LinkedHashMap<>(faces);
    gone.forEach(now::remove);
    put.forEach(face -> now.put(face.id(), face));
    return new Topology(base, now);
  }

  /**
   * Puts a vertex on an edge of every face that has this edge.
   *
   * @throws Invalid with code {@code vertex-would-cross} where rounding to the lattice would move
   *     the border over another vertex or edge, {@code border-not-shared} where another outline
   *     runs along the edge with other vertices
   */
  Topology insert(Edge edge, LatticePoint vertex) {
    LatticeBox box = box(edge, vertex);
    List<Face> changed = new ArrayList<>();
    for (Face face : faces.values()) {
      if (!face.shape().bounds().intersects(box)) {
        continue;
      }
      boolean uses = false;
      for (Edge other : RingEdges.edges(face.shape())) {
        boolean same = edge.isSameAs(other);
        uses |= same;
        if (!same) {
          requireClear(edge, vertex, other);
        }
      }
      if (uses) {
        changed.add(face.outlined(RingEdges.withVertex(face.shape(), edge, vertex)));
      }
    }
    return with(changed, Set.of());
  }

  private static LatticeBox box(Edge edge, LatticePoint vertex) {
    int clear = (int) CLEAR_UNITS + 1;
    LatticePoint a = edge.a();
    LatticePoint b = edge.b();
    return new LatticeBox(
        Math.min(vertex.lon(), Math.min(a.lon(), b.lon())) - clear,
        Math.min(vertex.lat(), Math.min(a.lat(), b.lat())) - clear,
        Math.max(vertex.lon(), Math.max(a.lon(), b.lon())) + clear,
        Math.max(vertex.lat(), Math.max(a.lat(), b.lat())) + clear);
  }

  private static void requireClear(Edge edge, LatticePoint vertex, Edge other) {
    LatticePoint a = edge.a();
    LatticePoint b = edge.b();
    if (unitsFrom(vertex, other) < CLEAR_UNITS) {
      throw Refusal.at(vertex, "line", "border-not-shared");
    }
    boolean swept = !edge.has(other.a()) && Sides.inTriangle(a, vertex, b, other.a());
    boolean newlyCrossed =
        !Sides.cross(a, b, other.a(), other.b())
            && (Sides.cross(a, vertex, other.a(), other.b())
                || Sides.cross(vertex, b, other.a(), other.b()));
    if (swept || newlyCrossed) {
      throw Refusal.at(vertex, "line", "vertex-would-cross");
    }
  }

  private static double unitsFrom(LatticePoint point, Edge edge) {
    return Distance.pointToSegment(
        GroundScale.coordinate(point),
        GroundScale.coordinate(edge.a()),
        GroundScale.coordinate(edge.b()));
  }
}
