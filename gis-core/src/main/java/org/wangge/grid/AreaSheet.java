package org.wangge.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Areas that lie beside one another and have outlines, found by point. Slots are given in the order
 * of the codes, so that a border belongs to the smaller code; they leave room between them, so that
 * a new code seldom moves the others. Immutable and thread-safe.
 */
final class AreaSheet {
  static final AreaSheet EMPTY = new AreaSheet(new Area[0], new int[0], GridIndex.of(List.of()));

  /** Distance between slots at the start: room for as many new codes between any two. */
  private static final int STRIDE = 1 << 8;

  /** In the order of their codes; each has an outline. */
  private final Area[] areas;

  /** Slot of each area, ascending. */
  private final int[] slots;

  private final GridIndex index;

  private AreaSheet(Area[] areas, int[] slots, GridIndex index) {
    this.areas = areas;
    this.slots = slots;
    this.index = index;
  }

  /**
   * @param areas in any order, of one partition; those without an outline are left out
   */
  static AreaSheet of(Collection<Area> areas) {
    Map<String, Area> byCode = new TreeMap<>();
    putOutlined(byCode, areas);
    return byCode.isEmpty() ? EMPTY : numberedAnew(byCode.values());
  }

  private static AreaSheet numberedAnew(Collection<Area> inOrder) {
    Area[] areas = inOrder.toArray(Area[]::new);
    int[] slots = new int[areas.length];
    List<GridIndex.Slot> outlines = new ArrayList<>(areas.length);
    for (int i = 0; i < areas.length; i++) {
      slots[i] = Math.multiplyExact(i + 1, STRIDE);
      outlines.add(slot(slots[i], areas[i]));
    }
    return new AreaSheet(areas, slots, GridIndex.of(outlines));
  }

  private static GridIndex.Slot slot(int number, Area area) {
    return new GridIndex.Slot(number, area.shape().orElseThrow());
  }

  private static void putOutlined(Map<String, Area> byCode, Collection<Area> areas) {
    for (Area area : areas) {
      if (area.shape().isPresent()) {
        byCode.put(area.code(), area);
      }
    }
  }

  int size() {
    return areas.length;
  }

  /** Of the areas whose closed outline holds the point, the one with the smallest code. */
  Optional<Area> ownerAt(LatticePoint point) {
    int slot = index.ownerAt(point.lon(), point.lat());
    return slot == GridIndex.NONE ? Optional.empty() : Optional.of(areaOf(slot));
  }

  /** The nearest area; of two as near, the one with the smaller code. */
  Optional<Located.NearestArea> nearest(LatticePoint point) {
    return index
        .nearest(point)
        .map(near -> new Located.NearestArea(areaOf(near.slot()), near.distanceMeters()));
  }

  private Area areaOf(int slot) {
    return areas[Arrays.binarySearch(slots, slot)];
  }

  /** The same sheet with some areas put, or put anew, and others gone. */
  AreaSheet with(Collection<Area> put, Set<String> goneCodes) {
    Map<String, Area> now = new TreeMap<>();
    for (Area area : areas) {
      now.put(area.code(), area);
    }
    goneCodes.forEach(now::remove);
    put.forEach(area -> now.remove(area.code()));
    putOutlined(now, put);
    Area[] inOrder = now.values().toArray(Area[]::new);
    Map<String, Integer> slotOf = slotsByCode();
    return SlotNumbers.between(inOrder, slotOf, STRIDE)
        .map(numbers -> renumbered(inOrder, numbers, now.keySet()))
        .orElseGet(() -> numberedAnew(now.values()));
  }

  private Map<String, Integer> slotsByCode() {
    Map<String, Integer> slotOf = new HashMap<>();
    for (int i = 0; i < areas.length; i++) {
      slotOf.put(areas[i].code(), slots[i]);
    }
    return slotOf;
  }

  /** Tells the index only of outlines that are new, and of those that are gone. */
  private AreaSheet renumbered(Area[] inOrder, int[] numbers, Set<String> codes) {
    List<Integer> freed = new ArrayList<>();
    Map<String, LatticeShape> before = new HashMap<>();
    for (int i = 0; i < areas.length; i++) {
      before.put(areas[i].code(), areas[i].shape().orElseThrow());
      if (!codes.contains(areas[i].code())) {
        freed.add(slots[i]);
      }
    }
    List<GridIndex.Slot> changed = new ArrayList<>();
    for (int i = 0; i < inOrder.length; i++) {
      LatticeShape shape = inOrder[i].shape().orElseThrow();
      LatticeShape old = before.get(inOrder[i].code());
      if (old == null || !shape.equals(old)) {
        changed.add(new GridIndex.Slot(numbers[i], shape));
      }
    }
    return new AreaSheet(inOrder, numbers, index.with(changed, freed));
  }
}
