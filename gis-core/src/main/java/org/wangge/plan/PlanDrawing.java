package org.wangge.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.GridStore;
import org.wangge.grid.Partition;
import org.wangge.place.Building;

/**
 * Draws plans by doing their edits again from their base. What was drawn once is remembered: an
 * edit never changes, nor does what was on record when the plan began. Thread-safe.
 */
final class PlanDrawing {
  private static final int MOST_REMEMBERED = 64;

  private final GridStore grids;
  private final BaseAreas base;
  private final BuildingsIn buildings;
  private final Map<At, Topology> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<At, Topology> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** An edit of a plan, told apart even from one of the same number that was never committed. */
  private record At(long plan, Instant base, Optional<PlanEdit> edit) {}

  PlanDrawing(GridStore grids, BuildingsIn buildings) {
    this.grids = grids;
    this.base = new BaseAreas(grids);
    this.buildings = buildings;
  }

  private static AsOf began(Plan plan) {
    return new AsOf(plan.baseAt(), plan.baseAt());
  }

  /** The faces of a plan after an edit. */
  Topology topology(Tx tx, Caller caller, Plan plan, PlanHistory history, int head) {
    At start = new At(plan.id(), plan.baseAt(), Optional.empty());
    Topology drawn = recall(start).orElse(null);
    if (drawn == null) {
      LatticeBox box = base.box(tx, caller, plan.areaCode(), began(plan));
      drawn = Topology.of(base.in(tx, caller, box, began(plan)));
      remember(start, drawn);
    }
    for (PlanEdit edit : history.until(head)) {
      At at = new At(plan.id(), plan.baseAt(), Optional.of(edit));
      Topology known = recall(at).orElse(null);
      drawn =
          known != null ? known : Operations.apply(drawn, edit.operation(), edit.seq()).topology();
      remember(at, drawn);
    }
    return drawn;
  }

  private synchronized Optional<Topology> recall(At at) {
    return Optional.ofNullable(remembered.get(at));
  }

  private synchronized void remember(At at, Topology topology) {
    remembered.put(at, topology);
  }

  /**
   * A new edit, judged.
   *
   * @param drawn what it makes
   * @param cut buildings that its border runs through
   */
  record Judged(Drawn drawn, List<Building> cut) {}

  /**
   * Judges a new edit: as {@link Operations#apply}, and besides where it is and what stands there.
   *
   * @throws Invalid with field, code and place
   */
  Judged judge(Tx tx, Caller caller, Plan plan, Topology before, PlanOperation operation, int seq) {
    for (String id : operation.faces()) {
      requireWithin(before, before.getFace(id), plan);
    }
    Drawn drawn = Operations.apply(before, operation, seq);
    for (String id : drawn.touched()) {
      Optional<Face> face = before.find(id);
      if (face.isPresent()) {
        requireWithin(before, face.get(), plan);
      }
    }
    List<Building> cut = new ArrayList<>();
    for (List<LatticePoint> path : drawn.paths()) {
      LatticeBox box = LatticeBox.of(path);
      cut.addAll(CutBuildings.by(path, buildings.buildingsIn(tx, caller, box, tx.now())));
    }
    return new Judged(drawn, cut.stream().distinct().toList());
  }

  private static void requireWithin(Topology topology, Face face, Plan plan) {
    if (!topology.isWithin(face, plan.areaCode())) {
      throw Refusal.at(
          face.label(),
          "face",
          "face-outside-plan",
          Map.of("face", face.id(), "area", plan.areaCode()));
    }
  }

  /** What the faces come to, with codes and figures. */
  Redraw redraw(Tx tx, Caller caller, Plan plan, Topology topology, Instant effective) {
    List<Face> born = topology.faces().stream().filter(Face::born).toList();
    if (born.isEmpty()) {
      return Redraw.of(topology, Map.of(), Map.of(), effective, plan.name());
    }
    LatticeBox box =
        born.stream().map(face -> face.shape().bounds()).reduce(LatticeBox::union).orElseThrow();
    Map<String, FaceFigures> figures =
        Census.of(born, buildings.buildingsIn(tx, caller, box, effective));
    Map<String, String> codes =
        Numbering.of(
            born,
            schemeOf(tx, caller, born.get(0).area()),
            (prefix, digits) -> grids.lastNumber(tx, Partition.TREE, prefix, digits));
    return Redraw.of(topology, codes, figures, effective, plan.name());
  }

  CodeScheme schemeOf(Tx tx, Caller caller, Area area) {
    return grids
        .findCodeScheme(tx, caller, area.scheme())
        .orElseThrow(
            () -> new Invalid("scheme", "code-scheme-unknown", Map.of("scheme", area.scheme())));
  }

  /** Codes of areas that others changed since the plan began. */
  Set<String> changedSince(Tx tx, Caller caller, Plan plan, Redraw redraw) {
    LatticeBox box = base.box(tx, caller, plan.areaCode(), began(plan));
    Set<AreaKey> touched = new HashSet<>();
    Set<String> ending = new HashSet<>();
    for (Area area : redraw.retired()) {
      touched.add(area.key());
      ending.add(area.code());
      area.parentCode().map(AreaKey::tree).ifPresent(touched::add);
    }
    redraw.altered().forEach(area -> touched.add(area.key()));
    AsOf now = AsOf.now(tx.now());
    Set<String> changed =
        BaseAreas.changed(
            base.in(tx, caller, box, began(plan)), base.in(tx, caller, box, now), touched);
    // Areas without an outline are in no box, but would be left hanging from what ends.
    base.below(tx, caller, ending, now).stream()
        .filter(area -> !touched.contains(area.key()))
        .forEach(area -> changed.add(area.code()));
    return changed;
  }
}
