package org.wangge.plan.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.compare.Redrawn;
import org.wangge.plan.compare.Side;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanQuery;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.topology.Face;

/**
 * Tells what plans change, before they are in force and after, to those who draw, approve and
 * supervise them, and to those in charge of what is redrawn. Thread-safe.
 */
public final class PlanReview {
  /** States in which a plan is nobody's draft any more. */
  private static final Set<PlanState> SHOWN_AROUND =
      EnumSet.of(
          PlanState.SUBMITTED,
          PlanState.APPROVED,
          PlanState.SCHEDULED,
          PlanState.PUBLISHED,
          PlanState.SUPERSEDED);

  private static final int MOST_LOOKED_AT = 1_000;
  private static final int MOST_SHOWN = 50;

  private final Transactions transactions;
  private final PlanRegister plans;
  private final GridStore grids;
  private final List<ImpactSource> sources;

  /**
   * Makes it.
   *
   * @param sources what hangs on the ground, feature by feature
   */
  public PlanReview(
      Transactions transactions, PlanRegister plans, GridStore grids, List<ImpactSource> sources) {
    this.transactions = transactions;
    this.plans = plans;
    this.grids = grids;
    this.sources = List.copyOf(sources);
  }

  /**
   * What a plan changes. Whoever may draw its area sees all of it at any time, others of its area
   * once it is submitted; who is in charge of some of its grids sees then what concerns these.
   *
   * @throws NotFound with code {@code plan-unknown}, also where it is not for the caller
   */
  public PlanImpact impactOf(Caller asking, long id) {
    Caller caller = asking.with(Right.READ_IMPACT);
    DrawnPlan drawn = plans.get(Caller.upkeep(), id);
    Plan plan = drawn.plan();
    boolean draws = draws(asking, plan);
    if (!draws && !SHOWN_AROUND.contains(plan.state())) {
      throw unknown(id);
    }
    Impact impact =
        transactions.read(
            tx -> {
              Redrawn redrawn = Redrawn.of(before(drawn), after(drawn));
              return impact(tx, asking, redrawn, plan.published().orElse(tx.now()));
            });
    if (draws || caller.scope().covers(plan.areaCode())) {
      return new PlanImpact(plan, impact);
    }
    Impact own = impact.within(caller.scope());
    if (own.isNone()) {
      throw unknown(id);
    }
    return new PlanImpact(plan, own);
  }

  /**
   * Plans, newest first, that are nobody's draft any more and redraw the area in which grids of the
   * caller lie. What they change of these tells {@link #impactOf}.
   */
  public List<Plan> around(Caller asking) {
    AreaScope scope = asking.with(Right.READ_IMPACT).scope();
    return plans
        .list(Caller.upkeep(), new PlanQuery(null, null, Long.MAX_VALUE, MOST_LOOKED_AT))
        .stream()
        .filter(plan -> SHOWN_AROUND.contains(plan.state()))
        .filter(plan -> scope.covers(plan.areaCode()) || scope.isBelow(plan.areaCode()))
        .limit(MOST_SHOWN)
        .toList();
  }

  private static boolean draws(Caller caller, Plan plan) {
    return caller.has(Right.DRAW_AREAS)
        && caller.with(Right.DRAW_AREAS).scope().covers(plan.areaCode());
  }

  private static NotFound unknown(long id) {
    return new NotFound("plan-unknown", Map.of("plan", id));
  }

  /** A plan with all that is drawn in it, for those who review plans of its area. */
  public DrawnPlan drawn(Caller asking, long id) {
    AreaScope scope = asking.with(Right.READ_PLANS).scope();
    DrawnPlan drawn = plans.get(Caller.upkeep(), id);
    if (!scope.covers(drawn.plan().areaCode())) {
      throw unknown(id);
    }
    return drawn;
  }

  private Impact impact(Tx tx, Caller asking, Redrawn redrawn, Instant at) {
    List<Handed> handed = new ArrayList<>();
    // Who may see how much of it is judged afterwards, by the grids it goes between.
    for (ImpactSource source : sources) {
      if (source.isFor(asking)) {
        handed.addAll(source.handed(tx, Caller.upkeep(), redrawn, at));
      }
    }
    return Impact.of(redrawn, handed);
  }

  /** The grids a plan began with. */
  public static List<Area> before(DrawnPlan drawn) {
    Map<String, Area> old = new TreeMap<>();
    drawn.grids().stream()
        .filter(face -> !face.born())
        .forEach(face -> old.put(face.area().code(), face.area()));
    drawn.redraw().retired().stream()
        .filter(area -> area.level() == Level.GRID)
        .filter(area -> area.key().partition().equals(Partition.TREE))
        .forEach(area -> old.put(area.code(), area));
    return List.copyOf(old.values());
  }

  /** The grids as a plan has them. */
  public static List<Area> after(DrawnPlan drawn) {
    Map<String, Area> fresh = new TreeMap<>();
    for (Face face : drawn.grids()) {
      Area area = drawn.redraw().area(face);
      fresh.put(area.code(), area.edit().shape(face.shape()).build());
    }
    return List.copyOf(fresh.values());
  }

  /**
   * Compares two plans, two days, or a plan with a day.
   *
   * @param area code of the area to compare in; empty for that of the plans
   * @throws Invalid with code {@code compare-area-missing} or {@code compare-areas-apart}
   * @throws NotFound with code {@code plan-unknown}
   * @throws Forbidden with code {@code area-scope}
   */
  public Compared compare(Caller asking, Side one, Side other, Optional<String> area) {
    Caller caller = asking.with(Right.READ_PLANS);
    Map<Side, DrawnPlan> drawn = new HashMap<>();
    for (Side side : List.of(one, other)) {
      if (side instanceof Side.OfPlan plan) {
        drawn.put(side, drawn(caller, plan.id()));
      }
    }
    String code =
        area.orElseGet(
            () -> common(drawn.values().stream().map(plan -> plan.plan().areaCode()).toList()));
    if (!caller.scope().covers(code)) {
      throw new Forbidden("area-scope");
    }
    return transactions.read(
        tx -> {
          if (grids.find(tx, caller, AreaKey.tree(code), AsOf.now(tx.now())).isEmpty()) {
            throw new NotFound("area-unknown", Map.of("partition", Partition.TREE, "code", code));
          }
          List<Area> before = side(tx, caller, one, drawn.get(one), code);
          List<Area> after = side(tx, caller, other, drawn.get(other), code);
          Impact impact = impact(tx, asking, Redrawn.of(before, after), tx.now());
          return new Compared(code, before, after, impact);
        });
  }

  private static String common(List<String> codes) {
    String widest =
        codes.stream()
            .reduce((a, b) -> a.length() <= b.length() ? a : b)
            .orElseThrow(() -> new Invalid("area", "compare-area-missing", Map.of()));
    for (String code : codes) {
      if (!code.startsWith(widest)) {
        throw new Invalid("area", "compare-areas-apart", Map.of("one", widest, "other", code));
      }
    }
    return widest;
  }

  private List<Area> side(Tx tx, Caller caller, Side side, @Nullable DrawnPlan plan, String code) {
    if (side instanceof Side.AtInstant day) {
      return gridsAt(tx, caller, code, new AsOf(day.at(), tx.now()));
    }
    DrawnPlan drawn = Objects.requireNonNull(plan);
    Instant base = drawn.plan().baseAt();
    String own = drawn.plan().areaCode();
    List<Area> all = new ArrayList<>();
    // Around the plan it is as it was when the plan began.
    gridsAt(tx, caller, code, new AsOf(base, base)).stream()
        .filter(area -> !area.code().startsWith(own))
        .forEach(all::add);
    after(drawn).stream().filter(area -> area.code().startsWith(code)).forEach(all::add);
    return all;
  }

  private List<Area> gridsAt(Tx tx, Caller caller, String code, AsOf asOf) {
    AreaQuery query =
        new AreaQuery(Partition.TREE, asOf, Level.GRID, null, null, code, "", Integer.MAX_VALUE);
    return grids.list(tx, caller, query).stream()
        .filter(area -> area.code().startsWith(code))
        .toList();
  }
}
