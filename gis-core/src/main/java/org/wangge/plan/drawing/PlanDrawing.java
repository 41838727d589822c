package org.wangge.plan.drawing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.wangge.memory.LimitedMap;
import org.wangge.place.Building;
import org.wangge.plan.operation.Asked;
import org.wangge.plan.operation.BuildingsIn;
import org.wangge.plan.operation.CutBuildings;
import org.wangge.plan.operation.Operations;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.operation.StreetsIn;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.redraw.KnownGround;
import org.wangge.plan.redraw.LastNumbers;
import org.wangge.plan.redraw.Outcome;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.redraw.Terms;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Topology;

/**
 * Draws plans by doing their edits again from their base. What was drawn once is remembered: an
 * edit never changes, nor does what was on record when the plan began. Thread-safe.
 */
public final class PlanDrawing {
  private static final int MOST_REMEMBERED = 500;

  /**
   * Of long histories every so manieth state is remembered besides, for whoever undoes far back.
   */
  private static final int MILESTONE_EVERY = 100;

  private static final int MOST_MILESTONES = 100;

  private static final int MOST_TOLD = 30;

  private final GridStore grids;
  private final BaseAreas base;
  private final BuildingsIn buildings;
  private final Asked asked;
  private final KnownGround ground = new KnownGround();
  private final Map<At, Stand> remembered = LimitedMap.of(MOST_REMEMBERED);
  private final Map<At, Stand> milestones = LimitedMap.of(MOST_MILESTONES);
  private final Map<At, Told> told = LimitedMap.of(MOST_TOLD);
  private final Map<Base, Told> toldLast = LimitedMap.of(MOST_TOLD);
  private final LastNumbers numbers;

  /** What a plan began from. */
  private record Base(long plan, Instant at) {

    static Base of(Plan plan) {
      return new Base(plan.id(), plan.baseAt());
    }
  }

  /** An edit of a plan, told apart even from one of the same number that was never committed. */
  private record At(Base base, Optional<PlanEdit> edit) {

    static At of(Plan plan, PlanEdit edit) {
      return new At(Base.of(plan), Optional.of(edit));
    }
  }

  /** What was said of a plan while areas were as of a version of the coverage. */
  private record Told(long coverage, Outcome outcome) {}

  /** The faces after an edit, and which of them it was about. */
  private record Stand(Topology topology, Set<String> touched) {}

  PlanDrawing(GridStore grids, BuildingsIn buildings, StreetsIn streets) {
    this.grids = grids;
    this.base = new BaseAreas(grids);
    this.buildings = buildings;
    this.asked = new Asked(buildings, streets);
    this.numbers = new LastNumbers(grids);
  }

  /** The operation that a wish comes to on these faces. */
  public PlanOperation operation(Tx tx, Caller caller, Topology before, PlanWish wish) {
    return asked.operation(tx, caller, before, wish);
  }

  private static AsOf began(Plan plan) {
    return new AsOf(plan.baseAt(), plan.baseAt());
  }

  /** The faces of a plan after an edit. */
  public Topology topology(Tx tx, Caller caller, Plan plan, PlanHistory history, int head) {
    List<PlanEdit> edits = history.until(head);
    int known = edits.size();
    Optional<Stand> stand = recall(plan, edits, known);
    while (stand.isEmpty() && known > 0) {
      known--;
      stand = recall(plan, edits, known);
    }
    Topology drawn = stand.map(Stand::topology).orElseGet(() -> base(tx, caller, plan));
    for (int i = known; i < edits.size(); i++) {
      PlanEdit edit = edits.get(i);
      Drawn next = Operations.apply(drawn, edit.operation(), edit.seq());
      drawn = next.topology();
      remember(plan, edit, next, i + 1);
    }
    return drawn;
  }

  /**
   * Remembers what an edit made.
   *
   * @param position how many edits lead to it, itself among them
   */
  public void remember(Plan plan, PlanEdit edit, Drawn drawn, int position) {
    At at = At.of(plan, edit);
    Stand stand = new Stand(drawn.topology(), drawn.touched());
    remember(at, stand);
    if (position % MILESTONE_EVERY == 0) {
      rememberLong(at, stand);
    }
  }

  private Topology base(Tx tx, Caller caller, Plan plan) {
    LatticeBox box = base.box(tx, caller, plan.areaCode(), began(plan));
    Topology topology = Topology.of(base.in(tx, caller, box, began(plan)), plan.areaCode());
    remember(new At(Base.of(plan), Optional.empty()), new Stand(topology, Set.of()));
    return topology;
  }

  /** Faces that an edit in force was about. */
  public Set<String> touched(Tx tx, Caller caller, Plan plan, PlanHistory history, PlanEdit edit) {
    At at = At.of(plan, edit);
    Optional<Stand> known = recall(at);
    if (known.isPresent()) {
      return known.get().touched();
    }
    Topology before = topology(tx, caller, plan, history, edit.after());
    return Operations.apply(before, edit.operation(), edit.seq()).touched();
  }

  private Optional<Stand> recall(Plan plan, List<PlanEdit> edits, int count) {
    return recall(at(plan, edits, count));
  }

  private static At at(Plan plan, List<PlanEdit> edits, int count) {
    Optional<PlanEdit> last = count == 0 ? Optional.empty() : Optional.of(edits.get(count - 1));
    return new At(Base.of(plan), last);
  }

  private synchronized Optional<Stand> recall(At at) {
    return Optional.ofNullable(remembered.get(at)).or(() -> milestone(at));
  }

  private synchronized Optional<Stand> milestone(At at) {
    return Optional.ofNullable(milestones.get(at));
  }

  private synchronized void rememberLong(At at, Stand stand) {
    milestones.put(at, stand);
  }

  private synchronized void remember(At at, Stand stand) {
    remembered.put(at, stand);
  }

  /**
   * A new edit, judged.
   *
   * @param operation what it does
   * @param drawn what it makes
   * @param cut buildings that its border runs through
   */
  public record Judged(PlanOperation operation, Drawn drawn, List<Building> cut) {}

  /**
   * Judges a new edit: as {@link Operations#apply}, and besides where it is and what stands there.
   *
   * @throws Invalid with field, code and place
   */
  public Judged judge(
      Tx tx, Caller caller, Plan plan, Topology before, PlanOperation operation, int seq) {
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
    return new Judged(operation, drawn, cut.stream().distinct().toList());
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

  /** What the faces come to, with codes and figures, everything counted as it is now. */
  public Redraw redraw(Tx tx, Caller caller, Plan plan, Topology topology, Instant effective) {
    Outcome outcome = Outcome.of(topology, terms(tx, caller, plan, effective));
    rememberLast(plan, new Told(grids.coverageVersion(tx), outcome));
    return outcome.redraw();
  }

  /**
   * The same for whoever draws, of the state after some edits: what is as it was when the plan was
   * last told of is not found out again.
   */
  Outcome redrawn(Tx tx, Caller caller, Plan plan, List<PlanEdit> edits, Topology topology) {
    long coverage = grids.coverageVersion(tx);
    At at = at(plan, edits, edits.size());
    Optional<Outcome> known = recallTold(at, coverage);
    if (known.isPresent()) {
      return known.get();
    }
    Told now = new Told(coverage, outcome(tx, caller, plan, topology, coverage));
    remember(at, now);
    rememberLast(plan, now);
    return now.outcome();
  }

  /** The same of a state that is only shown. */
  public Redraw redrawn(Tx tx, Caller caller, Plan plan, Topology topology) {
    return outcome(tx, caller, plan, topology, grids.coverageVersion(tx)).redraw();
  }

  private Outcome outcome(Tx tx, Caller caller, Plan plan, Topology topology, long coverage) {
    Terms terms = terms(tx, caller, plan, tx.now());
    return recallLast(plan)
        .map(last -> last.outcome().next(topology, terms, last.coverage() == coverage))
        .orElseGet(() -> Outcome.of(topology, terms));
  }

  private Terms terms(Tx tx, Caller caller, Plan plan, Instant effective) {
    Map<String, CodeScheme> schemes = new HashMap<>();
    return new Terms(
        box -> buildings.buildingsIn(tx, caller, box, effective),
        area -> schemes.computeIfAbsent(area.scheme(), name -> schemeOf(tx, caller, area)),
        numbers.asOf(tx),
        ground,
        effective,
        plan.name());
  }

  private synchronized Optional<Outcome> recallTold(At at, long coverage) {
    return Optional.ofNullable(told.get(at))
        .filter(known -> known.coverage() == coverage)
        .map(Told::outcome);
  }

  private synchronized void remember(At at, Told now) {
    told.put(at, now);
  }

  private synchronized Optional<Told> recallLast(Plan plan) {
    return Optional.ofNullable(toldLast.get(Base.of(plan)));
  }

  private synchronized void rememberLast(Plan plan, Told now) {
    toldLast.put(Base.of(plan), now);
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
