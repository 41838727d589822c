package org.wangge.plan.repair;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.wangge.geo.LatticePoint;

/**
 * One thing that was put right where areas of the base did not fit together. Immutable.
 *
 * @param kind what was wrong
 * @param areas ids of the faces concerned; the one that has the ground now comes first, or whose
 *     vertex moved
 * @param place where, inside of the largest part
 * @param squareMeters how much ground was given; 0 for vertices
 * @param meters how far the vertex moved; 0 for one that a border lacked, and for ground
 * @param outside those of the areas that do not lie in the area under plan and are other than they
 *     were all the same
 */
public record Repair(
    Kind kind,
    List<String> areas,
    LatticePoint place,
    double squareMeters,
    double meters,
    List<String> outside) {

  /** What was wrong. */
  public enum Kind {
    /** Several had the same ground. */
    OVERLAP,
    /** A narrow or small gap that nobody had. */
    GAP,
    /** A vertex beside that of the neighbour, or one that the neighbour did not have. */
    VERTEX,
    /** An outline above or beside grids that was led along their repaired borders. */
    FOLLOWED;

    /** As answers name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Repair {
    areas = List.copyOf(areas);
    outside = List.copyOf(outside);
  }

  public Repair(
      Kind kind, List<String> areas, LatticePoint place, double squareMeters, double meters) {
    this(kind, areas, place, squareMeters, meters, List.of());
  }

  /** The same, with what of it is outside. */
  public Repair outside(Predicate<String> isOutside) {
    return new Repair(
        kind, areas, place, squareMeters, meters, areas.stream().filter(isOutside).toList());
  }
}
