package org.wangge.plan.planar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Ground laid out with faces on one planar map: where two of them meet they have the same nodes.
 * Immutable, and what changes shares everything else with what it was. Nothing here judges whether
 * a change is wanted; the geometry asked for must be sound.
 */
public final class Mosaic {
  private final PlanarMap map;
  private final PMap<String, LatticeShape> faces;
  private final CellIndex cells;

  private Mosaic(PlanarMap map, PMap<String, LatticeShape> faces, CellIndex cells) {
    this.map = map;
    this.faces = faces;
    this.cells = cells;
  }

  /** With another map and other outlines of some faces, of which some may be new or gone. */
  private Mosaic with(PlanarMap nextMap, PMap<String, LatticeShape> next, Set<String> changed) {
    CellIndex nextCells = cells;
    for (String id : changed) {
      LatticeShape was = faces.get(id);
      LatticeShape is = next.get(id);
      if (was != null && is != null && was.bounds().equals(is.bounds())) {
        continue;
      }
      if (was != null) {
        nextCells = nextCells.minus(id, was.bounds());
      }
      if (is != null) {
        nextCells = nextCells.plus(id, is.bounds());
      }
    }
    return new Mosaic(nextMap, next, nextCells);
  }

  /** Ids of the faces whose box touches a box. */
  public Set<String> near(LatticeBox box) {
    Set<String> near = cells.near(box);
    near.removeIf(id -> !shape(id).bounds().intersects(box));
    return near;
  }

  /**
   * Faces that fit together.
   *
   * @param shapes outlines by id; no id is empty
   * @throws IllegalArgumentException where two have the same edge in the same direction, so that
   *     they overlap
   */
  public static Mosaic of(Map<String, LatticeShape> shapes) {
    return new Mosaic(PlanarMap.of(shapes), TreePMap.from(shapes), CellIndex.of(shapes));
  }

  public PlanarMap map() {
    return map;
  }

  public Set<String> ids() {
    return faces.keySet();
  }

  /**
   * The outline of a face.
   *
   * @throws IllegalArgumentException when there is none of this id
   */
  public LatticeShape shape(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no such face: " + id));
  }

  public Optional<LatticeShape> find(String id) {
    return Optional.ofNullable(faces.get(id));
  }

  /** The edges round a face, each with the face to its left. */
  public List<Edge> edges(String id) {
    return Outlines.edges(shape(id));
  }

  /** The common outline of some faces. */
  public LatticeShape outline(Set<String> ids) {
    if (ids.size() == 1) {
      return shape(ids.iterator().next());
    }
    List<Edge> rim = new ArrayList<>();
    for (String id : ids) {
      for (Edge edge : edges(id)) {
        if (!ids.contains(map.right(edge))) {
          rim.add(edge);
        }
      }
    }
    return Outlines.trace(map, ids::contains, rim);
  }

  /** The edges that some faces have in common with some others, directed with these to the left. */
  public List<Edge> between(Set<String> ids, Set<String> others) {
    List<Edge> common = new ArrayList<>();
    for (String id : ids) {
      for (Edge edge : edges(id)) {
        if (others.contains(map.right(edge))) {
          common.add(edge);
        }
      }
    }
    return common;
  }

  /** The faces round some faces, {@link PlanarMap#OUTSIDE} among them where there are none. */
  public Set<String> around(Set<String> ids) {
    Set<String> around = new LinkedHashSet<>();
    for (String id : ids) {
      edges(id).forEach(edge -> around.add(map.right(edge)));
    }
    around.removeAll(ids);
    return around;
  }

  /**
   * Some faces by what hangs together when nobody may step over certain edges.
   *
   * @param barriers edges, {@linkplain Edge#undirected undirected}
   */
  public List<Set<String>> components(Collection<String> ids, Set<Edge> barriers) {
    Set<String> open = new LinkedHashSet<>(ids);
    List<Set<String>> components = new ArrayList<>();
    while (!open.isEmpty()) {
      Set<String> component = new LinkedHashSet<>();
      Deque<String> reached = new ArrayDeque<>(List.of(open.iterator().next()));
      while (!reached.isEmpty()) {
        String id = reached.remove();
        if (!open.remove(id)) {
          continue;
        }
        component.add(id);
        for (Edge edge : edges(id)) {
          String other = map.right(edge);
          if (open.contains(other) && !barriers.contains(edge.undirected())) {
            reached.add(other);
          }
        }
      }
      components.add(component);
    }
    return components;
  }

  /** With a node in the middle of an edge. */
  public Mosaic withNode(Edge edge, LatticePoint node) {
    PMap<String, LatticeShape> next = faces;
    Set<String> sides = new HashSet<>(List.of(map.left(edge), map.right(edge)));
    for (String id : sides) {
      LatticeShape shape = next.get(id);
      if (shape != null) {
        next = next.plus(id, RingEdges.withVertex(shape, edge, node));
      }
    }
    return with(map.withNode(edge, node), next, sides);
  }

  /** With a node of two edges taken out, so that they become one straight edge. */
  public Mosaic withoutNode(LatticePoint node) {
    List<LatticePoint> ends = map.neighbours(node);
    if (ends.size() != 2) {
      throw new IllegalArgumentException("not in the middle of a border: " + node);
    }
    Edge first = new Edge(ends.get(0), node);
    String left = map.left(first);
    String right = map.right(first);
    PlanarMap straight =
        map.without(first)
            .without(new Edge(node, ends.get(1)))
            .with(new Edge(ends.get(0), ends.get(1)), left, right);
    return redrawn(straight, Set.of(left, right), node, null);
  }

  /** With a node elsewhere, and all its edges with it. */
  public Mosaic withNodeAt(LatticePoint node, LatticePoint place) {
    PlanarMap moved = map;
    Set<String> touched = new HashSet<>();
    for (LatticePoint end : map.neighbours(node)) {
      Edge edge = new Edge(node, end);
      touched.add(map.left(edge));
      moved = moved.without(edge);
    }
    for (LatticePoint end : map.neighbours(node)) {
      Edge edge = new Edge(node, end);
      moved = moved.with(new Edge(place, end), map.left(edge), map.right(edge));
    }
    return redrawn(moved, touched, node, place);
  }

  private Mosaic redrawn(
      PlanarMap changed, Set<String> touched, LatticePoint node, @Nullable LatticePoint place) {
    PMap<String, LatticeShape> next = faces;
    for (String id : touched) {
      LatticeShape shape = next.get(id);
      if (shape != null) {
        next = next.plus(id, RingEdges.replaced(shape, node, place));
      }
    }
    return with(changed, next, touched);
  }

  /**
   * Divides faces along new edges that run from border to border, or round.
   *
   * @param cuts new edges, each within the face it is to divide, undivided by any node
   * @return the mosaic after it, and for each divided face the ids of its pieces: its own with a
   *     number behind it
   */
  public Division divided(Map<Edge, String> cuts) {
    PlanarMap next = map;
    Map<String, Set<Edge>> byFace = new LinkedHashMap<>();
    for (Map.Entry<Edge, String> cut : cuts.entrySet()) {
      next = next.with(cut.getKey(), cut.getValue(), cut.getValue());
      Set<Edge> edges =
          byFace.computeIfAbsent(cut.getValue(), id -> new LinkedHashSet<>(edges(id)));
      edges.add(cut.getKey());
      edges.add(cut.getKey().reversed());
    }
    PMap<String, LatticeShape> shapes = faces;
    Map<String, List<String>> pieces = new LinkedHashMap<>();
    Set<String> changed = new HashSet<>(byFace.keySet());
    for (Map.Entry<String, Set<Edge>> one : byFace.entrySet()) {
      String id = one.getKey();
      shapes = shapes.minus(id);
      List<LatticeShape> parts = Outlines.pieces(next, one.getValue());
      List<String> names = new ArrayList<>();
      for (LatticeShape part : parts) {
        String name = id + "/" + (names.size() + 1);
        names.add(name);
        changed.add(name);
        shapes = shapes.plus(name, part);
        next = labelled(next, part, name);
      }
      pieces.put(id, names);
    }
    PlanarMap divided = next;
    List<Edge> slits =
        cuts.keySet().stream().filter(cut -> divided.left(cut).equals(divided.right(cut))).toList();
    return new Division(with(next, shapes, changed), pieces, slits);
  }

  /**
   * What a division made.
   *
   * @param mosaic after it; not sound where there are slits
   * @param pieces ids of the pieces, by id of the face they are of
   * @param slits new edges that divide nothing: they run from a hole to another border
   */
  public record Division(Mosaic mosaic, Map<String, List<String>> pieces, List<Edge> slits) {}

  /** With some faces as one, under an id of its own. */
  public Mosaic dissolved(Set<String> ids, String id) {
    if (ids.size() == 1) {
      return renamed(ids.iterator().next(), id);
    }
    LatticeShape outline = outline(ids);
    PlanarMap next = map;
    for (Edge edge : between(ids, ids)) {
      if (next.has(edge)) {
        next = next.without(edge);
      }
    }
    PMap<String, LatticeShape> shapes = faces.minusAll(ids).plus(id, outline);
    Set<String> changed = new HashSet<>(ids);
    changed.add(id);
    return with(labelled(next, outline, id), shapes, changed);
  }

  /** With a face under another id. */
  public Mosaic renamed(String old, String id) {
    if (old.equals(id)) {
      return this;
    }
    LatticeShape shape = shape(old);
    return with(labelled(map, shape, id), faces.minus(old).plus(id, shape), Set.of(old, id));
  }

  private static PlanarMap labelled(PlanarMap map, LatticeShape shape, String id) {
    PlanarMap next = map;
    for (Edge edge : Outlines.edges(shape)) {
      next = next.withLeft(edge, id);
    }
    return next;
  }

  /** Lengths in edges of the border that a face shares with each other face. */
  public Map<String, List<Edge>> bordersOf(String id) {
    Map<String, List<Edge>> borders = new HashMap<>();
    for (Edge edge : edges(id)) {
      borders.computeIfAbsent(map.right(edge), key -> new ArrayList<>()).add(edge);
    }
    return borders;
  }
}
