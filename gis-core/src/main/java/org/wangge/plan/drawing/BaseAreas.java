package org.wangge.plan.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.GridStore;
import org.wangge.grid.Partition;

/** Reads the areas that a plan starts from: all that touch the ground under plan. Thread-safe. */
public final class BaseAreas {
  private final GridStore grids;

  public BaseAreas(GridStore grids) {
    this.grids = grids;
  }

  /**
   * The box of the ground under plan.
   *
   * @throws Invalid with code {@code plan-area-unknown} or {@code plan-area-without-outline}
   */
  public LatticeBox box(Tx tx, Caller caller, String areaCode, AsOf asOf) {
    Area area =
        grids
            .find(tx, caller, AreaKey.tree(areaCode), asOf)
            .orElseThrow(() -> new Invalid("area", "plan-area-unknown", Map.of("area", areaCode)));
    List<Area> below =
        grids.list(
            tx,
            caller,
            new AreaQuery(Partition.TREE, asOf, null, areaCode, null, null, "", Integer.MAX_VALUE));
    List<Area> all = new ArrayList<>(below);
    all.add(area);
    return all.stream()
        .flatMap(one -> one.shape().stream())
        .map(shape -> shape.bounds())
        .reduce(LatticeBox::union)
        .orElseThrow(
            () -> new Invalid("area", "plan-area-without-outline", Map.of("area", areaCode)));
  }

  /** Every area of every partition whose box touches this one, and what is above them. */
  List<Area> in(Tx tx, Caller caller, LatticeBox box, AsOf asOf) {
    Map<AreaKey, Area> found = new LinkedHashMap<>();
    List<String> partitions = new ArrayList<>(List.of(Partition.TREE));
    grids.partitions(tx, caller).forEach(partition -> partitions.add(partition.id()));
    for (String partition : partitions) {
      AreaQuery query =
          new AreaQuery(partition, asOf, null, null, box, null, "", Integer.MAX_VALUE);
      grids.list(tx, caller, query).forEach(area -> found.put(area.key(), area));
    }
    List<Area> open = new ArrayList<>(found.values());
    for (int i = 0; i < open.size(); i++) {
      Optional<AreaKey> above =
          open.get(i).parentCode().map(code -> new AreaKey(Partition.TREE, code));
      above
          .filter(key -> !found.containsKey(key))
          .flatMap(key -> grids.find(tx, caller, key, asOf))
          .ifPresent(
              area -> {
                found.put(area.key(), area);
                open.add(area);
              });
    }
    return List.copyOf(found.values());
  }

  /** Areas directly below those with these codes, with and without outline. */
  List<Area> below(Tx tx, Caller caller, Set<String> codes, AsOf asOf) {
    List<Area> found = new ArrayList<>();
    for (String code : codes) {
      found.addAll(
          grids.list(
              tx,
              caller,
              new AreaQuery(Partition.TREE, asOf, null, code, null, null, "", Integer.MAX_VALUE)));
    }
    return found;
  }

  /**
   * Codes of areas that are no longer what the plan started from.
   *
   * @param touched what the plan ends, alters or builds on: there every change counts; elsewhere
   *     only one of the outline does
   */
  static Set<String> changed(List<Area> base, List<Area> now, Set<AreaKey> touched) {
    Map<AreaKey, Area> later = new HashMap<>();
    now.forEach(area -> later.put(area.key(), area));
    Set<String> changed = new TreeSet<>();
    for (Area area : base) {
      Area other = later.remove(area.key());
      boolean same =
          other != null
              && (touched.contains(area.key())
                  ? other.version() == area.version()
                  : other.shape().equals(area.shape()));
      if (!same) {
        changed.add(area.code());
      }
    }
    later.values().stream()
        .filter(area -> area.shape().isPresent())
        .map(Area::code)
        .forEach(changed::add);
    return changed;
  }
}
