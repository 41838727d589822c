package org.wangge.plan.planar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.geo.LatticePoint;

/**
 * What leaves a node: its edges in the order of their directions, counter-clockwise from east, each
 * with the face to its left. Immutable.
 */
final class Star {
  static final Star EMPTY = new Star(List.of());

  private final List<Ray> rays;

  private Star(List<Ray> rays) {
    this.rays = rays;
  }

  /** An edge that leaves the node, and the face to its left. */
  record Ray(LatticePoint end, String left) {}

  List<Ray> rays() {
    return rays;
  }

  boolean isEmpty() {
    return rays.isEmpty();
  }

  Optional<String> left(LatticePoint end) {
    int i = indexOf(end);
    return i < 0 ? Optional.empty() : Optional.of(rays.get(i).left());
  }

  private int indexOf(LatticePoint end) {
    for (int i = 0; i < rays.size(); i++) {
      if (rays.get(i).end().equals(end)) {
        return i;
      }
    }
    return -1;
  }

  /** This star of a node with one edge more, or with another face to the left of one it has. */
  Star with(LatticePoint node, LatticePoint end, String left) {
    List<Ray> next = new ArrayList<>(rays.size() + 1);
    Ray added = new Ray(end, left);
    boolean placed = false;
    for (Ray ray : rays) {
      int order = compare(node, end, ray.end());
      if (!placed && order <= 0) {
        next.add(added);
        placed = true;
      }
      if (order != 0) {
        next.add(ray);
      }
    }
    if (!placed) {
      next.add(added);
    }
    return new Star(List.copyOf(next));
  }

  Star without(LatticePoint end) {
    return new Star(rays.stream().filter(ray -> !ray.end().equals(end)).toList());
  }

  /**
   * The next edge clockwise from one of this star.
   *
   * @throws IllegalArgumentException when that is none of it
   */
  Ray clockwiseFrom(LatticePoint end) {
    int i = indexOf(end);
    if (i < 0) {
      throw new IllegalArgumentException("no such edge: " + end);
    }
    return rays.get(i == 0 ? rays.size() - 1 : i - 1);
  }

  /** Orders directions seen from a node, exactly; the same direction is the same edge. */
  private static int compare(LatticePoint node, LatticePoint one, LatticePoint other) {
    int byHalf = Integer.compare(half(node, one), half(node, other));
    return byHalf != 0 ? byHalf : -Sides.of(node, one, other);
  }

  private static int half(LatticePoint node, LatticePoint end) {
    boolean upper = end.lat() > node.lat() || (end.lat() == node.lat() && end.lon() > node.lon());
    return upper ? 0 : 1;
  }
}
