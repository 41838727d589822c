package org.wangge.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * All areas that are in force at one instant, found by key, by parent and by point. A snapshot:
 * immutable and thread-safe; a change makes a new one that shares with the old what did not change.
 *
 * <p>Which grid holds a point is decided among the grids alone ({@link GridIndex} has the rule);
 * the areas above it are those its parent codes name, whatever their outlines. A micro-grid is
 * looked for only among those of that grid. Areas without an outline are in the tree and hold no
 * point.
 */
public final class AreaAtlas {
  /** Levels that may still hold a point outside every grid, deepest first. */
  private static final List<Level> ABOVE_GRIDS =
      List.of(Level.COMMUNITY, Level.STREET, Level.DISTRICT);

  private static final Comparator<Area> BY_CODE = Comparator.comparing(Area::code);

  /**
   * Where an area is looked for by point.
   *
   * @param grid code of the grid, for micro-grids, each grid's being a sheet of their own; else
   *     empty
   */
  private record SheetKey(String partition, Level level, String grid) {

    static SheetKey of(Area area) {
      String grid = area.level() == Level.MICRO_GRID ? area.parentCode().orElse("") : "";
      return new SheetKey(area.key().partition(), area.level(), grid);
    }
  }

  private final List<Partition> partitions;
  private final long coverageVersion;
  private final Map<AreaKey, Area> byKey;

  /** Children in the order of their codes; under no code, the areas without a parent. */
  private final Map<AreaKey, List<Area>> childrenOf;

  private final Map<SheetKey, AreaSheet> sheets;

  private AreaAtlas(
      List<Partition> partitions,
      long coverageVersion,
      Map<AreaKey, Area> byKey,
      Map<AreaKey, List<Area>> childrenOf,
      Map<SheetKey, AreaSheet> sheets) {
    this.partitions = partitions;
    this.coverageVersion = coverageVersion;
    this.byKey = byKey;
    this.childrenOf = childrenOf;
    this.sheets = sheets;
  }

  /**
   * An atlas of these areas.
   *
   * @param areas at most one state of each area, in any order
   * @param partitions every partition the areas are of; overlays are answered in this order
   * @param coverageVersion {@link GridStore#coverageVersion} the areas were read at
   * @throws IllegalArgumentException when two areas have the same key or one is of no partition
   *     given
   */
  public static AreaAtlas of(
      Collection<Area> areas, List<Partition> partitions, long coverageVersion) {
    AreaAtlas empty =
        new AreaAtlas(List.copyOf(partitions), coverageVersion, Map.of(), Map.of(), Map.of());
    return empty.with(areas, List.of(), coverageVersion);
  }

  public long coverageVersion() {
    return coverageVersion;
  }

  public List<Partition> partitions() {
    return partitions;
  }

  /** How many areas it holds, with and without outlines. */
  public int size() {
    return byKey.size();
  }

  /** Every area, partition by partition in the order of their codes. */
  public List<Area> areas() {
    return byKey.values().stream().sorted(Comparator.comparing(Area::key)).toList();
  }

  /** How many areas of the tree there are of each level that has any, from the top down. */
  public Map<Level, Long> countsByLevel() {
    Map<Level, Long> counts = new EnumMap<>(Level.class);
    for (Area area : byKey.values()) {
      if (area.level() != Level.OVERLAY) {
        counts.merge(area.level(), 1L, Long::sum);
      }
    }
    return counts;
  }

  /** The area of a key. */
  public Optional<Area> find(AreaKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The areas whose parent is this one, in the order of their codes. */
  public List<Area> children(AreaKey key) {
    return childrenOf.getOrDefault(key, List.of());
  }

  /** The areas of a partition that have no parent, in the order of their codes. */
  public List<Area> roots(String partition) {
    return children(new AreaKey(partition, ""));
  }

  /**
   * An area with all that is above it, from the top down; empty when there is no such area. Begins
   * further down where a parent is missing.
   */
  public List<Area> chainOf(AreaKey key) {
    Deque<Area> chain = new ArrayDeque<>();
    Area area = byKey.get(key);
    while (area != null) {
      chain.addFirst(area);
      area = parentOf(area);
    }
    return List.copyOf(chain);
  }

  /** The area above, if it is really of a higher level: so no cycle can trap a walk upwards. */
  private @Nullable Area parentOf(Area area) {
    Area parent =
        area.parentCode()
            .map(code -> byKey.get(new AreaKey(area.key().partition(), code)))
            .orElse(null);
    return parent != null && area.level().mayHangBelow(parent.level()) ? parent : null;
  }

  /** Everything that is known about a point. */
  public Located locate(LatticePoint point) {
    List<Area> overlays = overlaysAt(point);
    Optional<Area> grid = ownerAt(Partition.TREE, Level.GRID, point);
    if (grid.isEmpty()) {
      return new Located(List.of(), overlays, outside(point));
    }
    List<Area> chain = new ArrayList<>(chainOf(grid.get().key()));
    sheet(Partition.TREE, Level.MICRO_GRID, grid.get().code()).ownerAt(point).ifPresent(chain::add);
    return new Located(chain, overlays, null);
  }

  /** {@link #locate(LatticePoint)} of many points, in their order. */
  public List<Located> locate(List<LatticePoint> points) {
    return points.stream().map(this::locate).toList();
  }

  /**
   * The area of one level of a partition that owns a point. Not for micro-grids, which are only
   * found within their grid.
   */
  public Optional<Area> ownerAt(String partition, Level level, LatticePoint point) {
    return sheet(partition, level, "").ownerAt(point);
  }

  /** The area of a level that owns every point of a box, where that is clear at a glance. */
  public Optional<Area> ownerOf(String partition, Level level, LatticeBox box) {
    return sheet(partition, level, "").ownerOf(box);
  }

  private List<Area> overlaysAt(LatticePoint point) {
    List<Area> found = new ArrayList<>();
    for (Partition partition : partitions) {
      ownerAt(partition.id(), Level.OVERLAY, point).ifPresent(found::add);
    }
    return found;
  }

  private Located.Outside outside(LatticePoint point) {
    Area within = null;
    for (Level level : ABOVE_GRIDS) {
      within = within != null ? within : ownerAt(Partition.TREE, level, point).orElse(null);
    }
    Located.NearestArea nearest = sheet(Partition.TREE, Level.GRID, "").nearest(point).orElse(null);
    return new Located.Outside(within, nearest);
  }

  private AreaSheet sheet(String partition, Level level, String grid) {
    return sheets.getOrDefault(new SheetKey(partition, level, grid), AreaSheet.EMPTY);
  }

  /**
   * A new atlas in which some areas are in another state, are new, or are gone. Answers exactly as
   * one built from scratch would.
   *
   * @param changed new states; an area already present is replaced
   * @param removed keys of areas that are gone; a key that is not there is passed over
   * @param newCoverageVersion {@link GridStore#coverageVersion} after the change
   * @throws IllegalArgumentException when two changed areas have the same key, one is of no
   *     partition of this atlas, or one is also among the removed
   */
  public AreaAtlas with(
      Collection<Area> changed, Collection<AreaKey> removed, long newCoverageVersion) {
    Map<AreaKey, Area> put = distinct(changed);
    Map<AreaKey, Area> byKeyNow = new HashMap<>(byKey);
    Set<Area> gone = new HashSet<>();
    for (AreaKey key : removed) {
      if (put.containsKey(key)) {
        throw new IllegalArgumentException("both changed and removed: " + key);
      }
      takeOut(byKeyNow, key, gone);
    }
    put.keySet().forEach(key -> takeOut(byKeyNow, key, gone));
    byKeyNow.putAll(put);
    return new AreaAtlas(
        partitions,
        newCoverageVersion,
        byKeyNow,
        childrenWith(put.values(), gone),
        sheetsWith(put.values(), gone));
  }

  private static void takeOut(Map<AreaKey, Area> areas, AreaKey key, Set<Area> gone) {
    Area old = areas.remove(key);
    if (old != null) {
      gone.add(old);
    }
  }

  private Map<AreaKey, Area> distinct(Collection<Area> areas) {
    Set<String> known = new HashSet<>();
    partitions.forEach(partition -> known.add(partition.id()));
    Map<AreaKey, Area> distinct = new LinkedHashMap<>();
    for (Area area : areas) {
      if (!known.contains(area.key().partition())) {
        throw new IllegalArgumentException("of no partition of this atlas: " + area);
      }
      if (distinct.put(area.key(), area) != null) {
        throw new IllegalArgumentException("given twice: " + area);
      }
    }
    return distinct;
  }

  private Map<AreaKey, List<Area>> childrenWith(Collection<Area> put, Set<Area> gone) {
    Map<AreaKey, List<Area>> touched = new HashMap<>();
    for (Area area : gone) {
      siblings(touched, area).remove(area);
    }
    for (Area area : put) {
      siblings(touched, area).add(area);
    }
    Map<AreaKey, List<Area>> now = new HashMap<>(childrenOf);
    touched.forEach(
        (parent, children) -> {
          children.sort(BY_CODE);
          now.put(parent, List.copyOf(children));
        });
    now.values().removeIf(List::isEmpty);
    return now;
  }

  private List<Area> siblings(Map<AreaKey, List<Area>> touched, Area area) {
    AreaKey parent = new AreaKey(area.key().partition(), area.parentCode().orElse(""));
    return touched.computeIfAbsent(parent, key -> new ArrayList<>(children(key)));
  }

  private Map<SheetKey, AreaSheet> sheetsWith(Collection<Area> put, Set<Area> gone) {
    Map<SheetKey, List<Area>> putOn = new HashMap<>();
    Map<SheetKey, Set<String>> goneFrom = new HashMap<>();
    for (Area area : put) {
      putOn.computeIfAbsent(SheetKey.of(area), key -> new ArrayList<>()).add(area);
    }
    for (Area area : gone) {
      goneFrom.computeIfAbsent(SheetKey.of(area), key -> new HashSet<>()).add(area.code());
    }
    Set<SheetKey> touched = new HashSet<>(putOn.keySet());
    touched.addAll(goneFrom.keySet());
    Map<SheetKey, AreaSheet> now = new HashMap<>(sheets);
    for (SheetKey key : touched) {
      AreaSheet old = now.getOrDefault(key, AreaSheet.EMPTY);
      List<Area> added = putOn.getOrDefault(key, List.of());
      AreaSheet fresh =
          old.size() == 0
              ? AreaSheet.of(added)
              : old.with(added, goneFrom.getOrDefault(key, Set.of()));
      now.put(key, fresh);
    }
    now.values().removeIf(sheet -> sheet.size() == 0);
    return now;
  }
}
