package org.wangge.plan.planar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Nodes and the edges between them, each with a left and a right face. Immutable; what changes
 * shares everything else with what it was, so that a change costs as much as its own edges.
 */
public final class PlanarMap {
  /** The face where no area is. */
  public static final String OUTSIDE = "";

  private final PMap<LatticePoint, Star> stars;

  private PlanarMap(PMap<LatticePoint, Star> stars) {
    this.stars = stars;
  }

  /** The map of these outlines. */
  static PlanarMap of(Map<String, LatticeShape> shapes) {
    Map<LatticePoint, Star> stars = new HashMap<>();
    Set<Edge> walked = new HashSet<>();
    shapes.forEach(
        (id, shape) -> {
          for (Edge edge : Outlines.edges(shape)) {
            if (!walked.add(edge)) {
              throw new IllegalArgumentException("two faces on one side of an edge: " + edge);
            }
            put(stars, edge, id);
          }
        });
    for (Edge edge : walked) {
      if (!walked.contains(edge.reversed())) {
        put(stars, edge.reversed(), OUTSIDE);
      }
    }
    return new PlanarMap(TreePMap.from(stars));
  }

  private static void put(Map<LatticePoint, Star> stars, Edge edge, String left) {
    Star star = stars.getOrDefault(edge.a(), Star.EMPTY);
    stars.put(edge.a(), star.with(edge.a(), edge.b(), left));
  }

  public Set<LatticePoint> nodes() {
    return stars.keySet();
  }

  /** How many edges meet in a node; 0 where there is none. */
  public int degree(LatticePoint node) {
    return star(node).rays().size();
  }

  private Star star(LatticePoint node) {
    return stars.getOrDefault(node, Star.EMPTY);
  }

  /** Where the edges of a node lead to, counter-clockwise from east. */
  public List<LatticePoint> neighbours(LatticePoint node) {
    return star(node).rays().stream().map(Star.Ray::end).toList();
  }

  public boolean has(Edge edge) {
    return star(edge.a()).left(edge.b()).isPresent();
  }

  /**
   * The face to the left of an edge.
   *
   * @throws IllegalArgumentException when there is no such edge
   */
  public String left(Edge edge) {
    return findLeft(edge).orElseThrow(() -> new IllegalArgumentException("no such edge: " + edge));
  }

  Optional<String> findLeft(Edge edge) {
    return star(edge.a()).left(edge.b());
  }

  /** The face to the right of an edge. */
  public String right(Edge edge) {
    return left(edge.reversed());
  }

  /** With an edge, or with other faces on both sides of one that is there. */
  PlanarMap with(Edge edge, String left, String right) {
    return withLeft(edge, left).withLeft(edge.reversed(), right);
  }

  PlanarMap withLeft(Edge edge, String left) {
    return new PlanarMap(stars.plus(edge.a(), star(edge.a()).with(edge.a(), edge.b(), left)));
  }

  PlanarMap without(Edge edge) {
    return withoutRay(edge).withoutRay(edge.reversed());
  }

  private PlanarMap withoutRay(Edge edge) {
    Star left = star(edge.a()).without(edge.b());
    return new PlanarMap(left.isEmpty() ? stars.minus(edge.a()) : stars.plus(edge.a(), left));
  }

  /** With a node in the middle of an edge. */
  PlanarMap withNode(Edge edge, LatticePoint node) {
    String left = left(edge);
    String right = right(edge);
    return without(edge)
        .with(new Edge(edge.a(), node), left, right)
        .with(new Edge(node, edge.b()), left, right);
  }

  /** The edge that follows one round the face to its left. */
  public Edge next(Edge edge) {
    return new Edge(edge.b(), star(edge.b()).clockwiseFrom(edge.a()).end());
  }

  /** The edge that follows one round the ground to its left, whatever divides that ground. */
  Edge next(Edge edge, Predicate<String> ground) {
    Edge next = next(edge);
    while (ground.test(right(next))) {
      next = new Edge(next.a(), star(next.a()).clockwiseFrom(next.b()).end());
    }
    return next;
  }
}
