package org.wangge.server.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Report;
import org.wangge.place.Door;
import org.wangge.place.DoorBook;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.TestDatabase;
import org.wangge.visit.Coverage;
import org.wangge.visit.DoorStanding;
import org.wangge.visit.DueDoor;
import org.wangge.visit.DueQuery;
import org.wangge.visit.Fact;
import org.wangge.visit.Facts;
import org.wangge.visit.MustSee;
import org.wangge.visit.Rhythm;
import org.wangge.visit.Visit;
import org.wangge.visit.VisitCount;
import org.wangge.visit.VisitOutcome;
import org.wangge.visit.VisitRegister;
import org.wangge.visit.VisitReports;
import org.wangge.visit.VisitRule;
import org.wangge.visit.VisitRuleRegister;
import org.wangge.visit.VisitStore;
import org.wangge.visit.VisitTarget;

/** What visits promise, on either database, with 15,000 households in 40 grids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VisitStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String STREET = "990101001";
  private static final int GRIDS = 40;
  private static final int DOORS = 375;
  private static final int WRITERS = 8;
  private static final Facts FACTS =
      new Facts(
          List.of(
              new Fact("用气", Fact.Kind.CHOICE, List.of("管道 天然气", "瓶装")),
              new Fact("租住", Fact.Kind.YES_NO, List.of()),
              new Fact("备注", Fact.Kind.TEXT, List.of())));

  private final VisitStore store = new JdbcVisitStore();
  private final DoorBook doors = DoorBook.of(doors());
  private Database database;
  private VisitRegister register;
  private VisitRuleRegister rules;
  private VisitCount count;

  abstract TestDatabase kind();

  @BeforeAll
  void open() {
    database = kind().open();
    rules = new VisitRuleRegister(database, store);
    count = new VisitCount(database, store, () -> doors, CHINA);
    register = new VisitRegister(database, store, () -> doors, noReports());
  }

  @AfterAll
  void close() {
    database.close();
  }

  private static VisitReports noReports() {
    return new VisitReports() {
      @Override
      public String take(Tx tx, Caller caller, Report report) {
        return "incident-1";
      }

      @Override
      public String numberOf(Tx tx, String incidentId) {
        return "20261101-0001";
      }
    };
  }

  private static String grid(int number) {
    return STREET + "001%03d".formatted(number + 1);
  }

  private static List<Door> doors() {
    List<Door> all = new ArrayList<>();
    for (int grid = 0; grid < GRIDS; grid++) {
      for (int door = 0; door < DOORS; door++) {
        String building = "b-%02d-%02d".formatted(grid, door / 25);
        LatticePoint at = new LatticePoint(1_126_000_000 + grid * 20_000 + door, 289_000_000);
        all.add(
            new Door(
                Door.Kind.HOUSEHOLD,
                grid(grid),
                building,
                building + "-u",
                "h-%02d-%03d".formatted(grid, door),
                building,
                "1单元" + door,
                at));
      }
    }
    return all;
  }

  private VisitRule rule(VisitTarget target, Set<MustSee> kinds, String area, Facts facts) {
    return rules.begin(
        ALL,
        new VisitRule.Plan(
            "走访", "", target, kinds, List.of(area), new Rhythm(1, Rhythm.Unit.MONTHS), facts));
  }

  private VisitRule rule(String area) {
    return rule(VisitTarget.HOUSEHOLD, Set.of(), area, FACTS);
  }

  private static VisitRegister.Sent sent(
      VisitRule rule, String key, int version, VisitOutcome outcome, @Nullable String note) {
    Map<Integer, String> answers =
        outcome == VisitOutcome.MET ? Map.of(1, "管道 天然气", 2, "no", 3, "13900001111") : Map.of();
    Visit.Said said =
        new Visit.Said(
            outcome,
            outcome == VisitOutcome.NOBODY_HOME ? LocalDate.of(2026, 12, 1) : null,
            answers,
            note == null ? "" : note);
    return new VisitRegister.Sent(rule.id(), key, version, null, said, null, false);
  }

  private void retire(VisitRule rule) {
    rules.retire(ALL, rule.id(), rule.version());
  }

  @Test
  void a_rule_is_kept_as_it_was_said_and_its_old_facts_stay() {
    VisitRule begun =
        rule(VisitTarget.MARKED, Set.of(MustSee.KIND_1, MustSee.KIND_4), STREET, FACTS);
    VisitRule kept =
        rules.list(ALL, true).stream()
            .filter(one -> one.id() == begun.id())
            .findFirst()
            .orElseThrow();
    assertThat(kept.plan()).isEqualTo(begun.plan());
    VisitRule.Plan other =
        new VisitRule.Plan(
            "b",
            "c",
            VisitTarget.BUSINESS,
            Set.of(),
            List.of(grid(1)),
            new Rhythm(9, Rhythm.Unit.DAYS),
            new Facts(List.of()));
    rules.change(ALL, begun.id(), 1, other);
    assertThat(database.<Facts>read(tx -> store.facts(tx, ALL, begun.id(), 1))).isEqualTo(FACTS);
    Optional<VisitRule> changed = database.read(tx -> store.findRule(tx, ALL, begun.id()));
    assertThat(changed.map(VisitRule::plan)).contains(other);
    assertThatThrownBy(() -> rules.change(ALL, begun.id(), 1, other)).isInstanceOf(Conflict.class);
    rules.retire(ALL, begun.id(), 2);
  }

  @Test
  void a_visit_is_read_as_it_was_kept_and_erased_without_its_fact() {
    VisitRule rule = rule(grid(2));
    String door = "h-02-001";
    Visit first =
        register.visit(ALL, door, sent(rule, "a", 0, VisitOutcome.NOBODY_HOME, "门缝留条")).visit();
    Visit second =
        register.visit(ALL, door, sent(rule, "b", 1, VisitOutcome.MET, "13900002222")).visit();
    List<Visit> history = register.history(ALL, door).visits();
    assertThat(history).containsExactly(second, first);
    assertThat(register.visit(ALL, door, sent(rule, "b", 1, VisitOutcome.MET, "x")).visit())
        .isEqualTo(second);
    DoorStanding standing = database.read(tx -> store.standing(tx, ALL, rule.id(), door));
    assertThat(standing)
        .isEqualTo(
            new DoorStanding(
                rule.id(), door, 2, second.times().heldAt(), 0, null, VisitOutcome.MET));
    database.write(
        ALL,
        tx -> {
          store.eraseNumbers(tx, ALL, Set.of("13900002222"));
          return 0;
        });
    assertThat(register.history(ALL, door).visits().get(0).said().note()).isEqualTo("***");
    register.mark(ALL, door, 0, Set.of(MustSee.KIND_3));
    register.erase(ALL, door);
    VisitRegister.Known erased = register.history(ALL, door);
    assertThat(erased.visits()).allMatch(one -> one.said().note().isEmpty());
    assertThat(erased.visits().get(0).said().answers()).isEqualTo(Map.of(1, "管道 天然气", 2, "no"));
    assertThat(erased.marksOrNull()).isEqualTo(new VisitStore.Marks(2, Set.of()));
    retire(rule);
  }

  @Test
  void what_is_read_lies_in_the_scope_of_whoever_reads() {
    VisitRule rule = rule(STREET);
    for (int grid : List.of(4, 5)) {
      String door = "h-%02d-001".formatted(grid);
      register.visit(ALL, door, sent(rule, "s" + grid, 0, VisitOutcome.MET, null));
      register.mark(ALL, door, 0, Set.of(MustSee.KIND_1));
    }
    Caller worker =
        Caller.of("w", Set.of(Role.WORKER), AreaScope.of(List.of(grid(4))), Purpose.USE);
    database.read(
        tx -> {
          assertThat(standings(tx, worker, null, rule)).containsExactly("h-04-001");
          assertThat(standings(tx, worker, grid(5), rule)).isEmpty();
          assertThat(store.marks(tx, worker, null)).containsOnlyKeys("h-04-001");
          assertThat(store.history(tx, worker, "h-05-001", 9)).isEmpty();
          Instant now = tx.now();
          assertThat(
                  store.past(
                      tx,
                      worker,
                      null,
                      now.minus(9, ChronoUnit.DAYS),
                      now.minus(1, ChronoUnit.DAYS),
                      now.plusSeconds(60)))
              .singleElement()
              .matches(one -> one.seen() && one.placeId().equals("h-04-001"));
          return 0;
        });
    retire(rule);
  }

  private List<String> standings(Tx tx, Caller caller, @Nullable String area, VisitRule rule) {
    return store.standings(tx, caller, area).stream()
        .filter(one -> one.rule() == rule.id())
        .map(DoorStanding::placeId)
        .toList();
  }

  @Test
  void eight_at_once_leave_exactly_one_visit_at_every_door() throws Exception {
    VisitRule rule = rule(grid(6));
    AtomicInteger kept = new AtomicInteger();
    AtomicInteger late = new AtomicInteger();
    Set<Integer> same = ConcurrentHashMap.newKeySet();
    atOnce(
        writer -> {
          for (int door = 0; door < 20; door++) {
            if (writer == 0 && door % 5 == 0) {
              rolledBack(rule, "h-06-%03d".formatted(door));
            }
            (visited(rule, door, writer) ? kept : late).incrementAndGet();
          }
          same.add(
              register
                  .visit(ALL, "h-06-100", sent(rule, "same", 0, VisitOutcome.MET, null))
                  .visit()
                  .version());
        });
    assertThat(kept).hasValue(20);
    assertThat(late).hasValue(20 * (WRITERS - 1));
    assertThat(same).containsExactly(1);
    assertThat(count.due(ALL, new DueQuery(grid(6), null, rule.id(), null, null, 0, 999)).all())
        .isEqualTo(DOORS - 21);
    retire(rule);
  }

  private boolean visited(VisitRule rule, int door, int writer) {
    try {
      register.visit(
          ALL,
          "h-06-%03d".formatted(door),
          sent(rule, writer + "-" + door, 0, VisitOutcome.MET, null));
      return true;
    } catch (Conflict taken) {
      assertThat(taken.code()).isEqualTo("version-conflict");
      return false;
    }
  }

  /** Somebody holds a door and gives up. */
  private void rolledBack(VisitRule rule, String door) {
    assertThatThrownBy(
            () ->
                database.write(
                    ALL,
                    tx -> {
                      store.hold(tx, ALL, rule.id(), doors.find(door).orElseThrow());
                      throw new IllegalStateException("given up");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private interface Work {
    void by(int writer);
  }

  private static void atOnce(Work work) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int own = writer;
        all.add(writers.submit(() -> work.by(own)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void fifteen_thousand_households_by_three_rules_are_due_within_300_milliseconds() {
    List<VisitRule> three = List.of(rule(STREET), rule(STREET), rule(STREET));
    database.write(
        ALL,
        tx -> {
          lay(tx, three.subList(0, 2));
          return 0;
        });
    Instant from = Instant.now().minus(20, ChronoUnit.DAYS);
    Instant to = Instant.now().plus(40, ChronoUnit.DAYS);
    long due = Long.MAX_VALUE;
    long counted = Long.MAX_VALUE;
    int all = 0;
    List<Coverage> coverage = List.of();
    for (int i = 0; i < 6; i++) {
      long start = System.nanoTime();
      all = count.due(ALL, new DueQuery(null, null, null, null, null, 0, 1_000)).all();
      long middle = System.nanoTime();
      coverage = count.coverage(ALL, null, null, from, to);
      due = Math.min(due, middle - start);
      counted = Math.min(counted, System.nanoTime() - middle);
    }
    LoggerFactory.getLogger(getClass())
        .info(
            "{} due of 45,000 on {} in {} ms, coverage in {} ms",
            all,
            kind(),
            due / 1_000_000,
            counted / 1_000_000);
    assertThat(all).isEqualTo(GRIDS * DOORS);
    assertThat(VisitCount.byGrid(coverage)).hasSize(GRIDS).allMatch(one -> one.seen() == 2 * DOORS);
    assertThat(due / 1_000_000).as("milliseconds").isLessThan(3_000);
    three.forEach(this::retire);
  }

  /** All doors were seen by some rules today. */
  @SuppressWarnings("NullAway") // It does not see that both lists are of arrays of values or none.
  private void lay(Tx tx, List<VisitRule> seen) {
    List<@Nullable Object[]> standings = new ArrayList<>();
    List<@Nullable Object[]> visits = new ArrayList<>();
    Instant now = tx.now();
    for (VisitRule rule : seen) {
      for (Door door : doors.below("")) {
        var at = Points.toDegrees(door.at());
        standings.add(new @Nullable Object[] {rule.id(), door.placeId(), door.grid(), at, now});
        visits.add(
            new @Nullable Object[] {
              rule.id(),
              door.placeId(),
              door.grid(),
              door.buildingId(),
              door.unitId(),
              at,
              door.placeId(),
              now,
              now
            });
      }
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into visit_standing (rule_id, place_id, grid_code, location, version, settled_at,
              tries, outcome) values (?, ?, ?, ?, 1, ?, 0, 'met')
            """,
            standings);
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into visit_visit (rule_id, place_id, version, rule_version, door_kind, grid_code,
              building_id, unit_id, building, door, location, visit_key, account, held_at, kept_at,
              outcome, answers, note, corrected)
            values (?, ?, 1, 1, 'HOUSEHOLD', ?, ?, ?, '', '', ?, ?, 'w', ?, ?, 'met', '', '', false)
            """,
            visits);
  }

  @Test
  void a_correction_takes_the_place_of_what_was_counted() {
    VisitRule rule = rule(grid(7));
    register.visit(ALL, "h-07-000", sent(rule, "x", 0, VisitOutcome.MET, null));
    VisitRegister.Sent wrong = sent(rule, "y", 1, VisitOutcome.NOBODY_HOME, null);
    register.visit(
        ALL, "h-07-000", new VisitRegister.Sent(rule.id(), "y", 1, null, wrong.said(), null, true));
    Instant now = Instant.now();
    List<Coverage> units =
        count.coverage(
            ALL, grid(7), rule.id(), now.minus(1, ChronoUnit.DAYS), now.plus(70, ChronoUnit.DAYS));
    assertThat(VisitCount.byGrid(units))
        .containsExactly(new Coverage(grid(7), "", "", DOORS, 0, 0, 1));
    assertThat(
            count
                .due(ALL, new DueQuery(grid(7), null, rule.id(), DueDoor.State.DUE, null, 0, 999))
                .all())
        .isEqualTo(DOORS);
    retire(rule);
  }
}
