package org.wangge.plan.life;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.grid.Area;
import org.wangge.grid.GridStore;
import org.wangge.plan.drawing.BaseAreas;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanStore;
import org.wangge.plan.redraw.Redraw;

/**
 * Keeps apart the plans that are to come into force: two of which one changes an outline on the
 * ground that the other stands on cannot both do so as they were approved. Thread-safe.
 */
final class PlanOverlap {
  private final GridStore grids;
  private final PlanStore store;
  private final DrawnPlans plans;

  PlanOverlap(GridStore grids, PlanStore store, DrawnPlans plans) {
    this.grids = grids;
    this.store = store;
    this.plans = plans;
  }

  /**
   * Refuses a plan beside those that are scheduled already.
   *
   * @throws Conflict with code {@code plan-overlaps}, naming the other one and where they meet
   */
  void refuse(Tx tx, DrawnPlan ready) {
    for (Plan other : store.scheduled(tx, Caller.upkeep())) {
      if (other.id() == ready.plan().id()) {
        continue;
      }
      DrawnPlan drawn = plans.drawn(tx, Caller.upkeep(), other);
      meeting(tx, ready, drawn)
          .or(() -> meeting(tx, drawn, ready))
          .ifPresent(area -> refuse(ready.plan(), other, area));
    }
  }

  private static void refuse(Plan plan, Plan other, Area area) {
    var place = area.shape().orElseThrow().labelPoint();
    throw new Conflict(
        "plan-overlaps",
        Map.of(
            "plan", plan.id(),
            "other", other.id(),
            "otherName", other.name(),
            "otherFrom", other.effective().map(Object::toString).orElse(""),
            "area", area.code(),
            "lon", place.lonDegrees(),
            "lat", place.latDegrees()));
  }

  /** An area that the first plan changes on the ground that the second one stands on. */
  private Optional<Area> meeting(Tx tx, DrawnPlan changing, DrawnPlan standing) {
    LatticeBox ground =
        new BaseAreas(grids)
            .box(tx, Caller.upkeep(), standing.plan().areaCode(), AsOf.now(tx.now()));
    Redraw redraw = changing.redraw();
    return Stream.of(redraw.retired(), redraw.altered(), redraw.born().values())
        .flatMap(areas -> areas.stream())
        .filter(area -> area.shape().filter(shape -> ground.intersects(shape.bounds())).isPresent())
        .findFirst();
  }
}
