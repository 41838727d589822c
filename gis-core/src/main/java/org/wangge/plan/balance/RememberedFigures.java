package org.wangge.plan.balance;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.topology.Face;

/**
 * The figures of the faces of a plan, counted anew only where the outline is another one than last
 * time: after an edit of two faces, two are counted, however many the plan has. Thread-safe.
 */
final class RememberedFigures {
  /** So many faces that are gone may stay, for undo and redo. */
  private static final int MOST_GONE = 1_000;

  private final Function<LatticeShape, GroundFigures> count;
  private final Map<String, Known> byFace = new ConcurrentHashMap<>();

  private record Known(LatticeShape shape, GroundFigures figures) {}

  RememberedFigures(Function<LatticeShape, GroundFigures> count) {
    this.count = count;
  }

  GroundFigures of(Face face) {
    Known known = byFace.get(face.id());
    LatticeShape shape = face.shape();
    // Most often it is the very same object, which is told at once.
    if (known != null && known.shape().equals(shape)) {
      return known.figures();
    }
    GroundFigures figures = count.apply(shape);
    byFace.put(face.id(), new Known(shape, figures));
    return figures;
  }

  /** Forgets faces that are gone, where there are too many of them. */
  void keep(Collection<Face> faces) {
    if (byFace.size() > faces.size() + MOST_GONE) {
      Set<String> now = new HashSet<>();
      faces.forEach(face -> now.add(face.id()));
      byFace.keySet().retainAll(now);
    }
  }
}
