package org.wangge.grid;

import java.util.Collection;
import java.util.Optional;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Finds which area of one level of one partition holds a point: exactly, and the same whatever the
 * order of loading.
 *
 * <p>The rule, in short: the owner is the smallest slot number among the closed outlines that hold
 * the point. In a coverage that means: a point inside an outline belongs to it. A point on a border
 * shared by several areas belongs to the one with the smallest slot number among those whose closed
 * outline holds it; the outer border belongs to the inside, a hole's rim to the area around it
 * unless another area fills the hole and has the smaller slot. Everything else is outside. Slots
 * are given by the maker of the index (in the order of the codes), so the rule depends on codes
 * alone.
 *
 * <p>Immutable and thread-safe; a change makes a new snapshot and leaves the old one usable.
 */
public interface GridIndex {
  /** Answer for a point outside every area. */
  int NONE = -1;

  /**
   * An index of these outlines, by the engine in use.
   *
   * @param slots in any order: the answers do not depend on it
   * @throws IllegalArgumentException when two have the same number, or one is wider than {@link
   *     Lattice#MAX_EXTENT_DEGREES}
   */
  static GridIndex of(Collection<Slot> slots) {
    return PackedGridIndex.of(slots);
  }

  /**
   * Slot of the owner of a point, or {@link #NONE}.
   *
   * @param lon lattice units
   * @param lat lattice units
   */
  int ownerAt(int lon, int lat);

  /**
   * Slot of an area that owns every point of a box, or {@link #NONE} where that is not clear at a
   * glance: where an outline comes near the box, and where nobody owns it.
   */
  int ownerOf(LatticeBox box);

  /** The owners of many points: {@code owners[i] = ownerAt(lons[i], lats[i])}. */
  default void ownersAt(int[] lons, int[] lats, int[] owners) {
    for (int i = 0; i < owners.length; i++) {
      owners[i] = ownerAt(lons[i], lats[i]);
    }
  }

  /**
   * The nearest area to a point and its distance on the ground; 0 where the point is inside. Which
   * one is nearest is judged on a flat map around the point: of two whose distances differ by less
   * than a thousandth it may be the other, but always the same. Empty when there is no area.
   */
  Optional<Nearest> nearest(LatticePoint point);

  /**
   * A new snapshot in which some areas have another outline, are new, or are gone.
   *
   * @param changed new outlines; a slot already present is replaced
   * @param removed slots that are gone; a slot that is not there is passed over, one that is also
   *     among the changed stays
   * @throws IllegalArgumentException when a changed outline is wider than {@link
   *     Lattice#MAX_EXTENT_DEGREES}
   */
  GridIndex with(Collection<Slot> changed, Collection<Integer> removed);

  /** How many areas it holds. */
  int size();

  /**
   * An area as the index sees it.
   *
   * @param number not negative, unique in the index; decides who owns shared borders
   * @param shape outline
   */
  record Slot(int number, LatticeShape shape) {

    public Slot {
      if (number < 0) {
        throw new IllegalArgumentException("a slot has no negative number: " + number);
      }
    }
  }

  /**
   * The area nearest to a point.
   *
   * @param slot slot of the nearest area
   * @param distanceMeters geodesic distance to its outline
   */
  record Nearest(int slot, double distanceMeters) {}
}
