package org.wangge.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.people.PersonStore;

/** The grids an emergency is declared in, and who lives there. Thread-safe. */
public final class EmergencyGround {
  private final Supplier<AreaAtlas> atlas;
  private final PersonStore people;

  public EmergencyGround(Supplier<AreaAtlas> atlas, PersonStore people) {
    this.atlas = atlas;
    this.people = people;
  }

  /**
   * The grids of a plan, in the order of their codes.
   *
   * @throws NotFound with code {@code area-unknown}
   * @throws Forbidden with code {@code area-scope} where an area is not the caller's
   * @throws Invalid with code {@code emergency-no-grids}
   */
  List<EmergencyGrid> grids(Caller caller, Emergency.Plan plan) {
    AreaAtlas now = atlas.get();
    for (String area : plan.areas()) {
      if (now.find(AreaKey.tree(area)).isEmpty()) {
        throw new NotFound("area-unknown", Map.of("partition", Partition.TREE, "code", area));
      }
    }
    if (!plan.areas().stream().allMatch(caller.scope()::covers)) {
      throw new Forbidden("area-scope");
    }
    Map<String, EmergencyGrid> grids = new TreeMap<>();
    now.areas().stream()
        .filter(one -> one.level() == Level.GRID)
        .filter(one -> one.key().partition().equals(Partition.TREE))
        .filter(one -> plan.areas().stream().anyMatch(one.code()::startsWith))
        .forEach(one -> grids.put(one.code(), grid(one, plan)));
    if (grids.isEmpty()) {
      throw new Invalid("areas", "emergency-no-grids");
    }
    return new ArrayList<>(grids.values());
  }

  private static EmergencyGrid grid(Area area, Emergency.Plan plan) {
    return new EmergencyGrid(
        area.code(),
        area.name(),
        area.households(),
        plan.needed(area.households()),
        plan.contact());
  }

  /** Staff codes of who lives in some grids, by grid. */
  Map<String, List<String>> livingIn(Tx tx, List<EmergencyGrid> grids) {
    return people.livingIn(tx, grids.stream().map(EmergencyGrid::code).toList());
  }
}
