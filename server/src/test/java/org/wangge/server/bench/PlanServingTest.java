package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.demo.DemoCity;
import org.wangge.fault.Invalid;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRules;
import org.wangge.plan.Edited;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.balance.Balance;
import org.wangge.plan.balance.GridBalance;
import org.wangge.plan.balance.PlanBalance;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Face;
import org.wangge.server.grid.GridModule;
import org.wangge.server.plan.PlanRegisters;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/**
 * One plan over a whole city: what an edit costs the server until its answer could be written, and
 * that the figures told with each edit are those of the plan read afresh. A city of domain.md with
 * {@code -Dwangge.grids=8256 -Dwangge.edits=1000}.
 */
class PlanServingTest {
  private static final int GRIDS = Integer.getInteger("wangge.grids", 100);
  private static final int EDITS = Integer.getInteger("wangge.edits", 40);
  private static final int LOOK_EVERY = Math.max(5, EDITS / 20);
  private static final double LONGEST_MILLIS = 20;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final Logger log = LoggerFactory.getLogger(PlanServingTest.class);
  private static final Caller PLANNER =
      Caller.of("planner", Set.of(Role.PLANNER), AreaScope.unlimited(), Purpose.USE);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_edit_costs_what_it_changes_and_its_figures_are_those_of_the_whole(TestDatabase kind) {
    try (Database database = kind.open();
        GridModule grids = new GridModule(database, Clock.systemUTC())) {
      List<Area> city = oneDistrict();
      Caller upkeep = Caller.upkeep();
      database.write(
          upkeep,
          tx -> {
            grids.store().add(tx, upkeep, city);
            return city.size();
          });
      PlanRegister plans = PlanRegisters.on(database, grids.store());
      PlanBalance balance =
          new PlanBalance(
              database,
              plans,
              new PlanBalance.Ground(
                  (tx, caller, box, at) -> List.of(),
                  (tx, caller, box) -> List.of(),
                  (tx, caller, box, at) -> List.of()),
              () -> new SizeRules(List.of()));
      DrawnPlan begun = plans.begin(PLANNER, "全市", city.get(0).code());
      balance.of(begun);
      Drawing drawing = new Drawing(plans, balance, begun);
      while (drawing.millis.size() < EDITS) {
        drawing.edit();
        if (drawing.millis.size() % LOOK_EVERY == 0) {
          assertThat(told(drawing.seen.redraw()))
              .isEqualTo(told(plans.get(PLANNER, begun.plan().id()).redraw()));
        }
      }
      drawing.tell(kind);
      DrawnPlan end = plans.get(PLANNER, begun.plan().id());
      Balance afresh = balance.of(end);
      assertThat(drawing.last.totals()).isEqualTo(afresh.totals());
      assertThat(told(drawing.last)).isEqualTo(told(afresh));
      if (GRIDS >= BenchCity.CITY) {
        assertThat(percentile(drawing.cpuMillis, 95))
            .as("ms of an edit, without waiting for others on the machine")
            .isLessThan(LONGEST_MILLIS);
      }
    }
  }

  /** What a plan would do to the areas, but for when. */
  private static List<Object> told(Redraw redraw) {
    Map<String, Object> born = new TreeMap<>();
    redraw.born().forEach((face, area) -> born.put(face, told(area)));
    return List.of(
        redraw.retired().stream().map(Area::key).toList(),
        redraw.altered().stream().map(PlanServingTest::told).toList(),
        born,
        redraw.figures());
  }

  private static List<Object> told(Area area) {
    return List.of(
        area.key(),
        area.parentCode(),
        area.name(),
        area.version(),
        area.households(),
        area.population(),
        area.shape());
  }

  /** What a balance tells of each grid, by face. */
  private static Map<String, List<Object>> told(Balance balance) {
    Map<String, List<Object>> told = new TreeMap<>();
    for (GridBalance grid : balance.grids()) {
      Area area = grid.area();
      told.put(
          grid.face(),
          List.of(area.code(), area.name(), area.households(), area.population(), grid.ground()));
    }
    return told;
  }

  /** A made-up city of which all grids lie in one district: the first of its areas. */
  private static List<Area> oneDistrict() {
    List<Area> city = DemoCity.generate(4, GRIDS, Instant.parse("2026-11-01T00:00:00Z")).areas();
    Area district =
        city.stream().filter(area -> area.level() == Level.DISTRICT).findFirst().orElseThrow();
    return Stream.concat(
            Stream.of(district.edit().shape(null).build()),
            city.stream()
                .filter(area -> area.level() != Level.DISTRICT)
                .map(
                    area ->
                        area.level() == Level.STREET
                            ? area.edit().parentCode(district.code()).build()
                            : area))
        .toList();
  }

  /** One planner who draws at random. */
  private static final class Drawing {
    private final PlanRegister plans;
    private final PlanBalance balance;
    private final RandomEdits edits = new RandomEdits(1, GRIDS);
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> cpuMillis = new ArrayList<>();
    private List<String> grids;
    private DrawnPlan seen;
    private Balance last;

    Drawing(PlanRegister plans, PlanBalance balance, DrawnPlan begun) {
      this.plans = plans;
      this.balance = balance;
      seen = begun;
      last = balance.of(begun);
      grids = begun.grids().stream().map(Face::id).toList();
    }

    void edit() {
      PlanOperation operation = edits.next(seen.topology(), grids);
      PlanRegister.Seen state =
          new PlanRegister.Seen(seen.plan().version(), OptionalInt.of(seen.plan().head()));
      long start = System.nanoTime();
      long used = CPU.getCurrentThreadCpuTime();
      try {
        Edited edited = plans.edit(PLANNER, seen.plan().id(), state, new PlanWish.Whole(operation));
        last = balance.after(edited.change());
        last.totals();
        millis.add((System.nanoTime() - start) / 1e6);
        cpuMillis.add((CPU.getCurrentThreadCpuTime() - used) / 1e6);
        seen = edited.plan();
        grids = RandomEdits.after(grids, edited.drawn());
      } catch (Invalid refused) {
        // What the walk of random edits proposes may be refused; that is not what is timed here.
        log.debug("refused: {}", refused.code());
      }
    }

    void tell(TestDatabase kind) {
      log.info(
          "{}: {} edits of one plan over {} grids: p50, p95, p99 {} ms, of the processor {} ms",
          kind,
          millis.size(),
          GRIDS,
          percentiles(millis),
          percentiles(cpuMillis));
    }

    private static List<Double> percentiles(List<Double> millis) {
      return Stream.of(50, 95, 99)
          .map(percent -> Math.round(percentile(millis, percent) * 10) / 10.0)
          .toList();
    }
  }

  private static double percentile(List<Double> millis, int percent) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return sorted.get(sorted.size() * percent / 100);
  }
}
