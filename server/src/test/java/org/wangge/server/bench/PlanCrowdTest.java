package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.demo.DemoCity;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.grid.Area;
import org.wangge.grid.AreaRegister;
import org.wangge.grid.Level;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.topology.Face;
import org.wangge.server.grid.GridModule;
import org.wangge.server.plan.PlanRegisters;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/**
 * Many planners at once in one plan: every edit that was acknowledged is on record once, in one
 * unbroken history, the plan they end with is sound, and all of it can be undone. More of them with
 * {@code -Dwangge.planners=50 -Dwangge.edits=10000}.
 */
class PlanCrowdTest {
  private static final int PLANNERS = Integer.getInteger("wangge.planners", 6);
  private static final int EDITS = Integer.getInteger("wangge.edits", 90);
  private static final int GRIDS = 64;
  private static final Logger log = LoggerFactory.getLogger(PlanCrowdTest.class);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothing_that_was_acknowledged_is_lost_and_the_plan_stays_sound(TestDatabase kind)
      throws Exception {
    try (Database database = kind.open();
        GridModule grids = new GridModule(database, Clock.systemUTC())) {
      String street = begin(database, grids);
      PlanRegister plans = PlanRegisters.on(database, grids.store());
      DrawnPlan base = plans.begin(planner(0), "大家一起画", street);
      long id = base.plan().id();
      Crowd crowd = new Crowd(plans, id);
      long begun = System.nanoTime();
      Set<Integer> acknowledged = crowd.draw();
      log.info(
          "{}: {} planners, {} edits in {} s, {} told of a conflict, {} refused",
          kind,
          PLANNERS,
          acknowledged.size(),
          (System.nanoTime() - begun) / 1_000_000_000,
          crowd.conflicts,
          crowd.refused);
      DrawnPlan end = plans.get(planner(0), id);
      List<PlanEdit> history = end.history().until(end.plan().head());
      assertThat(history)
          .extracting(PlanEdit::seq)
          .containsExactlyInAnyOrderElementsOf(acknowledged);
      assertThat(history.stream().map(PlanEdit::account).distinct().count())
          .as("planners whose edits went in")
          .isEqualTo(PLANNERS);
      assertThat(SeamCheck.full(end.topology())).isEmpty();
      assertThat(crowd.conflicts.get())
          .as("edits of the same faces that were told so")
          .isPositive();
      PlanRegister again = PlanRegisters.on(database, grids.store());
      assertThat(shapes(again.get(planner(0), id)))
          .as("done again from the base")
          .isEqualTo(shapes(end));
      undo(again, end, shapes(base));
      assertThat(shapes(again.get(planner(0), id))).as("gone back to").isEqualTo(shapes(end));
      publish(again, id);
      if (kind == TestDatabase.POSTGIS) {
        SeamQueries.requireSeamless(database, street);
      }
    }
  }

  /** Undoes everything, and goes back to where the plan was. */
  private static void undo(PlanRegister plans, DrawnPlan end, List<String> beginning) {
    long id = end.plan().id();
    long kept = plans.snapshots().keep(planner(0), id, "画完了").id();
    DrawnPlan undone = end;
    long begun = System.nanoTime();
    while (undone.plan().head() > 0) {
      undone = plans.undo(planner(0), id, undone.plan().version()).plan();
    }
    log.info("undone in {} s", (System.nanoTime() - begun) / 1_000_000_000);
    assertThat(shapes(undone)).as("undone to the beginning").isEqualTo(beginning);
    plans.snapshots().restore(planner(0), id, kept, undone.plan().version());
  }

  private static void publish(PlanRegister plans, long id) {
    Caller approver =
        Caller.of("approver", Set.of(Role.APPROVER), AreaScope.unlimited(), Purpose.USE);
    int version = plans.get(planner(0), id).plan().version();
    plans.lifecycle().submit(planner(0), id, version, "");
    plans.lifecycle().approve(approver, id, version + 1, "");
    plans.lifecycle().publish(approver, id, version + 2, null);
  }

  private static String begin(Database database, GridModule grids) {
    AreaRegister areas = new AreaRegister(database, grids.store());
    List<Area> city = DemoCity.generate(4, GRIDS, Instant.parse("2026-11-01T00:00:00Z")).areas();
    city.forEach(area -> areas.add(Caller.upkeep(), area));
    return city.stream()
        .filter(area -> area.level() == Level.STREET)
        .map(Area::code)
        .findFirst()
        .orElseThrow();
  }

  private static Caller planner(int number) {
    return Caller.of("planner-" + number, Set.of(Role.PLANNER), AreaScope.unlimited(), Purpose.USE);
  }

  /** All faces, of every level. */
  private static List<String> shapes(DrawnPlan plan) {
    return plan.topology().faces().stream()
        .map(face -> face.id() + " " + face.shape().scaled().toText())
        .sorted()
        .toList();
  }

  /** Planners that draw until there are edits enough. */
  private static final class Crowd {
    private final PlanRegister plans;
    private final long id;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Crowd(PlanRegister plans, long id) {
      this.plans = plans;
      this.id = id;
    }

    Set<Integer> draw() throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(PLANNERS);
      try {
        List<Callable<Set<Integer>>> work =
            IntStream.range(0, PLANNERS)
                .<Callable<Set<Integer>>>mapToObj(i -> () -> draw(i))
                .toList();
        Set<Integer> all = new HashSet<>();
        for (Future<Set<Integer>> one : threads.invokeAll(work)) {
          for (int seq : one.get()) {
            assertThat(all.add(seq)).as("acknowledged twice: " + seq).isTrue();
          }
        }
        return all;
      } finally {
        threads.shutdownNow();
      }
    }

    private Set<Integer> draw(int number) {
      RandomEdits edits = new RandomEdits(number, GRIDS);
      Set<Integer> own = new HashSet<>();
      DrawnPlan seen = plans.get(planner(number), id);
      while (done.get() < EDITS || own.isEmpty()) {
        PlanOperation operation = edits.next(seen.topology(), grids(seen));
        PlanRegister.Seen state =
            new PlanRegister.Seen(seen.plan().version(), OptionalInt.of(seen.plan().head()));
        try {
          DrawnPlan after =
              plans.edit(planner(number), id, state, new PlanWish.Whole(operation)).plan();
          own.add(after.plan().head());
          done.incrementAndGet();
          // Every other time it goes on from what it saw before, as somebody does who is not told.
          seen = own.size() % 2 == 0 ? after : seen;
        } catch (Conflict conflict) {
          assertThat(conflict.code()).as("about the same faces").isEqualTo("edit-conflict");
          conflicts.incrementAndGet();
          seen = plans.get(planner(number), id);
        } catch (Invalid refusal) {
          refused.incrementAndGet();
          seen = plans.get(planner(number), id);
        }
      }
      return own;
    }

    private static List<String> grids(DrawnPlan plan) {
      return new ArrayList<>(plan.grids().stream().map(Face::id).toList());
    }
  }
}
