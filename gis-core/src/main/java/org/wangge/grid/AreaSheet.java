package org.wangge.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

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

  /** The area that owns every point of a box, where that is clear at a glance. */
  Optional<Area> ownerOf(LatticeBox box) {
    int slot = index.ownerOf(box);
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
    SortedMap<String, Area> incoming = new TreeMap<>();
    putOutlined(incoming, put);
    Set<String> outgoing = new HashSet<>(goneCodes);
    put.forEach(area -> outgoing.add(area.code()));
    Merge merge = new Merge(areas.length + incoming.size());
    for (int i = 0; i < areas.length; i++) {
      String code = areas[i].code();
      while (!incoming.isEmpty() && incoming.firstKey().compareTo(code) < 0) {
        merge.addNew(taken(incoming, incoming.firstKey()));
      }
      if (incoming.containsKey(code)) {
        merge.replace(areas[i], taken(incoming, code), slots[i]);
      } else if (outgoing.contains(code)) {
        merge.freed.add(slots[i]);
      } else {
        merge.add(areas[i], slots[i]);
      }
    }
    incoming.values().forEach(merge::addNew);
    return merge.onto(index);
  }

  private static Area taken(Map<String, Area> from, String code) {
    return Objects.requireNonNull(from.remove(code), code);
  }

  /** Areas of an old sheet and new ones, collected in the order of their codes. */
  private static final class Merge {
    private final List<Area> areas;

    /** Slot of each area, or {@link SlotNumbers#OPEN}. */
    private final int[] slots;

    /** Which of the areas the index does not know yet as they are. */
    private final List<Integer> changed = new ArrayList<>();

    private final List<Integer> freed = new ArrayList<>();

    Merge(int most) {
      areas = new ArrayList<>(most);
      slots = new int[most];
    }

    void add(Area area, int slot) {
      slots[areas.size()] = slot;
      areas.add(area);
    }

    void addNew(Area area) {
      changed.add(areas.size());
      add(area, SlotNumbers.OPEN);
    }

    void replace(Area old, Area area, int slot) {
      if (!area.shape().equals(old.shape())) {
        changed.add(areas.size());
      }
      add(area, slot);
    }

    AreaSheet onto(GridIndex index) {
      int[] numbers = Arrays.copyOf(slots, areas.size());
      if (!SlotNumbers.fill(numbers, STRIDE)) {
        return numberedAnew(areas);
      }
      List<GridIndex.Slot> outlines = new ArrayList<>(changed.size());
      for (int i : changed) {
        outlines.add(slot(numbers[i], areas.get(i)));
      }
      return new AreaSheet(areas.toArray(Area[]::new), numbers, index.with(outlines, freed));
    }
  }
}
