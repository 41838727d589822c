package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaKey;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanQuery;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.record.PlanStep;
import org.wangge.plan.redraw.Lineage;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of plans promises, on either database. */
abstract class PlanStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final String AREA = "990101001001";

  private final JdbcPlanStore store = new JdbcPlanStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_plan_comes_back_as_it_was_put_in_and_gets_an_id() {
    Plan first = add(plan("甲", AREA));
    Plan second = add(plan("乙", "990101001002"));
    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(find(first.id())).isEqualTo(first);
    assertThat(first.name()).isEqualTo("甲");
    Optional<Plan> none = read(tx -> store.find(tx, CALLER, second.id() + 1));
    assertThat(none).isEmpty();
  }

  @Test
  void a_list_is_newest_first_and_narrows_by_area_state_and_page() {
    Plan first = add(plan("甲", AREA));
    Plan second = add(plan("乙", "990101001002"));
    Plan third = add(plan("丙", AREA));
    change(third.publishedAt(T0, T0.plusSeconds(2)), 1);
    assertThat(names(new PlanQuery(null, null, Long.MAX_VALUE, 10))).containsExactly("丙", "乙", "甲");
    assertThat(names(new PlanQuery(AREA, null, Long.MAX_VALUE, 10))).containsExactly("丙", "甲");
    assertThat(names(new PlanQuery(null, PlanState.DRAFT, Long.MAX_VALUE, 10)))
        .containsExactly("乙", "甲");
    assertThat(names(new PlanQuery(null, null, second.id(), 10))).containsExactly("甲");
    assertThat(names(new PlanQuery(null, null, Long.MAX_VALUE, 1))).containsExactly("丙");
    assertThat(first.published()).isEmpty();
    assertThat(find(third.id()).effective()).contains(T0);
    assertThat(find(third.id()).published()).contains(T0.plusSeconds(2));
  }

  @Test
  void edits_come_back_in_order_with_every_coordinate() {
    Plan plan = add(plan("甲", AREA));
    PlanEdit one = edit(1, 0, "绕不开");
    PlanEdit two = edit(2, 0, "");
    write(
        tx -> {
          store.addEdit(tx, CALLER, plan.id(), two);
          store.addEdit(tx, CALLER, plan.id(), one);
          return 0;
        });
    List<PlanEdit> edits = read(tx -> store.edits(tx, CALLER, plan.id(), 0));
    assertThat(edits).containsExactly(one, two);
    List<PlanEdit> fromTwo = read(tx -> store.edits(tx, CALLER, plan.id(), 2));
    assertThat(fromTwo).containsExactly(two);
  }

  @Test
  void a_change_from_an_old_version_is_refused_and_changes_nothing() {
    Plan plan = add(plan("甲", AREA));
    change(plan.at(1), 1);
    assertThatThrownBy(() -> change(plan.at(2), 1))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
    assertThat(find(plan.id()).head()).isEqualTo(1);
    assertThat(find(plan.id()).version()).isEqualTo(2);
  }

  @Test
  void lineage_is_found_by_plan_and_by_either_end() {
    Plan plan = add(plan("甲", AREA));
    Lineage west = new Lineage(grid(1), grid(4), plan.id(), T0);
    Lineage east = new Lineage(grid(1), grid(5), plan.id(), T0);
    write(
        tx -> {
          store.addLineage(tx, CALLER, List.of(east, west));
          return 0;
        });
    List<Lineage> ofPlan = read(tx -> store.lineage(tx, CALLER, plan.id()));
    List<Lineage> ofOld = read(tx -> store.lineageOf(tx, CALLER, grid(1)));
    List<Lineage> ofNew = read(tx -> store.lineageOf(tx, CALLER, grid(5)));
    assertThat(ofPlan).containsExactly(west, east);
    assertThat(ofOld).containsExactly(west, east);
    assertThat(ofNew).containsExactly(east);
  }

  @Test
  void what_is_to_come_into_force_is_told_soonest_first() {
    Plan late = add(plan("甲", AREA));
    Plan soon = add(plan("乙", AREA));
    add(plan("丙", AREA));
    change(late.in(PlanState.SCHEDULED, T0.plusSeconds(60)), 1);
    change(soon.in(PlanState.SCHEDULED, T0), 1);
    List<Plan> scheduled = read(tx -> store.scheduled(tx, CALLER));
    assertThat(scheduled).extracting(Plan::name).containsExactly("乙", "甲");
    assertThat(scheduled.get(0).effective()).contains(T0);
  }

  @Test
  void steps_come_back_in_order_and_a_hand_is_kept_once() {
    Plan plan = add(plan("甲", AREA));
    PlanStep begun = new PlanStep(1, PlanAction.BEGIN, PlanState.DRAFT, T0, "planner", "", null);
    PlanStep set =
        new PlanStep(
            2,
            PlanAction.SCHEDULE,
            PlanState.SCHEDULED,
            T0,
            "approver",
            "见会议纪要",
            T0.plusSeconds(9));
    write(
        tx -> {
          store.addStep(tx, CALLER, plan.id(), set);
          store.addStep(tx, CALLER, plan.id(), begun);
          store.addHand(tx, CALLER, plan.id(), "planner");
          store.addHand(tx, CALLER, plan.id(), "planner");
          store.addHand(tx, CALLER, plan.id(), "other");
          return 0;
        });
    List<PlanStep> steps = read(tx -> store.steps(tx, CALLER, plan.id()));
    Set<String> hands = read(tx -> store.hands(tx, CALLER, plan.id()));
    assertThat(steps).containsExactly(begun, set);
    assertThat(hands).containsExactlyInAnyOrder("planner", "other");
  }

  @Test
  void what_superseded_a_plan_and_the_areas_it_stands_on_are_kept() {
    Plan plan = add(plan("甲", AREA));
    Plan later = add(plan("乙", AREA));
    change(plan.rebased(PlanState.DRAFT, 12, T0.plusSeconds(5)), 1);
    assertThat(find(plan.id()).baseCoverage()).isEqualTo(12);
    assertThat(find(plan.id()).baseAt()).isEqualTo(T0.plusSeconds(5));
    change(find(plan.id()).supersededBy(later.id()), 2);
    assertThat(find(plan.id()).term().supersededByOrNull()).isEqualTo(later.id());
    assertThat(find(plan.id()).state()).isEqualTo(PlanState.SUPERSEDED);
  }

  @Test
  void of_8_writers_who_also_roll_back_none_loses_a_committed_change() throws Exception {
    Plan plan = add(plan("甲", AREA));
    AtomicInteger committed = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int writer = 0; writer < 8; writer++) {
      Random random = new Random(writer);
      threads.execute(
          () -> {
            for (int done = 0; done < 20; ) {
              done += step(plan.id(), random.nextInt(10) == 0) ? 1 : 0;
            }
            committed.addAndGet(20);
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    assertThat(committed).hasValue(160);
    assertThat(find(plan.id()).version()).isEqualTo(161);
    List<PlanEdit> edits = read(tx -> store.edits(tx, CALLER, plan.id(), 0));
    assertThat(edits).extracting(PlanEdit::seq).hasSize(160).doesNotHaveDuplicates();
  }

  /** One edit after the newest; false when another writer was faster or the mind was changed. */
  private boolean step(long id, boolean rollBack) {
    try {
      return write(
          tx -> {
            Plan now = store.find(tx, CALLER, id).orElseThrow();
            store.change(tx, CALLER, now.at(now.version()), now.version());
            store.addEdit(tx, CALLER, id, edit(now.version(), now.head(), ""));
            if (rollBack) {
              throw new ChangedMind();
            }
            return true;
          });
    } catch (Conflict | ChangedMind e) {
      return false;
    }
  }

  private static final class ChangedMind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static AreaKey grid(int number) {
    return AreaKey.tree(AREA + "00" + number);
  }

  private static Plan plan(String name, String area) {
    return new Plan(0, 1, name, area, PlanState.DRAFT, 0, 7, T0, "planner", null);
  }

  private static PlanEdit edit(int seq, int after, String reason) {
    Split split =
        new Split(
            AREA + "001",
            List.of(
                new LatticePoint(1_126_000_001, 289_050_007),
                new LatticePoint(-1_126_000_001, -289_050_007)),
            reason);
    return new PlanEdit(seq, after, T0.plusSeconds(seq), "planner", split);
  }

  private Plan add(Plan plan) {
    return write(tx -> store.add(tx, CALLER, plan));
  }

  private void change(Plan changed, int ifVersion) {
    write(
        tx -> {
          store.change(tx, CALLER, changed, ifVersion);
          return 0;
        });
  }

  private Plan find(long id) {
    return read(tx -> store.find(tx, CALLER, id)).orElseThrow();
  }

  private List<String> names(PlanQuery query) {
    return read(tx -> store.list(tx, CALLER, query)).stream().map(Plan::name).toList();
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }
}
