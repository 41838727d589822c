package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Action;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Hands;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentAlarms;
import org.wangge.incident.IncidentClocks;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.incident.joint.Decision;
import org.wangge.incident.joint.Duty;
import org.wangge.incident.joint.JointAlarms;
import org.wangge.incident.joint.JointHandling;
import org.wangge.incident.joint.JointHands;
import org.wangge.incident.joint.JointRegister;
import org.wangge.incident.joint.Minute;
import org.wangge.server.clock.ClockTimers;
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.people.SetClock;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What joint handling promises, on either database. */
abstract class JointStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Handler LAMPS = new Handler(Handler.Kind.DEPARTMENT, "lamps");
  private static final Handler ROADS = new Handler(Handler.Kind.DEPARTMENT, "roads");
  private static final Handler WORKER = new Handler(Handler.Kind.PERSON, "S-7");

  private final SetClock clock = new SetClock();
  private final JdbcIncidentStore incidents = new JdbcIncidentStore();
  private final JdbcTaskStore tasks = new JdbcTaskStore();
  private final JdbcDepartmentStore departments = new JdbcDepartmentStore();
  private final JdbcJointStore store = new JdbcJointStore();
  private final TimerStore timers = new JdbcTimerStore();
  private final JointAlarms alarms = new JointAlarms(incidents, store, timers);
  private Database database;
  private IncidentRegister register;
  private JointRegister joint;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(clock);
    IncidentClocks clocks =
        new IncidentClocks(
            new JdbcCategoryStore(),
            new JdbcLimitStore(),
            new Calendars(new JdbcCalendarStore()),
            timers);
    TaskRegister hands =
        new TaskRegister(
            database,
            incidents,
            tasks,
            departments,
            code -> Optional.empty(),
            (caller, place) -> Map.of());
    register =
        new IncidentRegister(
            database,
            incidents,
            clocks,
            new IncidentAlarms(incidents, clocks),
            new JointHands(hands, incidents, tasks, store, alarms));
    joint = new JointRegister(database, incidents, tasks, departments, store, alarms);
    var unused =
        database.write(
            ALL,
            tx -> {
              incidents.add(tx, ALL, List.of(incident("a")));
              departments.add(tx, ALL, List.of(department(LAMPS.code()), department(ROADS.code())));
              return 0;
            });
    dispatch(1);
  }

  private void dispatch(int version) {
    Incident unused =
        register.act(
            ALL,
            "a",
            version,
            new IncidentRegister.Order(
                Action.DISPATCH,
                "",
                null,
                null,
                new Hands.Named(List.of(LAMPS, ROADS, WORKER), ROADS)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void all_of_it_is_kept_as_it_was_told() {
    JointHandling convened = joint.convene(ALL, "a", 2, "dark and full of holes");
    assertThat(convened.version()).isEqualTo(1);
    clock.pass(Duration.ofMinutes(1));
    var unused = joint.minute(ALL, "a", 1, "the cable is below the road");
    clock.pass(Duration.ofMinutes(1));
    JointHandling decided = joint.decide(ALL, "a", 2, decision());
    JointHandling kept = kept();
    assertThat(kept.minutes()).isEqualTo(decided.minutes()).hasSize(3);
    assertThat(kept.duties()).isEqualTo(decided.duties()).hasSize(3);
    assertThat(kept.participants()).isEqualTo(decided.participants());
    assertThat(kept.present()).filteredOn(one -> one.leads()).hasSize(1);
    clock.pass(Duration.ofMinutes(1));
    JointHandling done = joint.done(ALL, "a", 3, 2, "filled");
    assertThat(kept().duties()).isEqualTo(done.duties());
    assertThat(kept().openDuties()).extracting(Duty::number).containsExactly(1, 3);
    assertThat(kept().minutes().get(3))
        .isEqualTo(new Minute(4, Minute.Kind.DONE, clock.instant(), ALL.account(), "filled", 2));
  }

  @Test
  void a_duty_rings_once_when_it_is_nearly_due_and_once_when_it_is_unless_it_is_done_before() {
    JointHandling unused = joint.convene(ALL, "a", 2, "why");
    Instant decided = clock.instant();
    unused = joint.decide(ALL, "a", 1, decision());
    assertThat(ringAt(decided.plus(Duration.ofMinutes(44)))).isZero();
    assertThat(ringAt(decided.plus(Duration.ofMinutes(45)))).as("all three warn").isEqualTo(3);
    unused = joint.done(ALL, "a", 2, 1, "");
    assertThat(ringAt(decided.plus(Duration.ofDays(2)))).as("two are due, once").isEqualTo(2);
    assertThat(ringAt(decided.plus(Duration.ofDays(3)))).isZero();
  }

  @Test
  void what_takes_it_out_of_their_hands_ends_it_and_nothing_rings_any_more() {
    JointHandling unused = joint.convene(ALL, "a", 2, "why");
    unused = joint.decide(ALL, "a", 1, decision());
    Instant decided = clock.instant();
    act(Action.SEND_BACK, 2);
    assertThat(kept().endingOrNull())
        .isEqualTo(new JointHandling.Ending(decided, Action.SEND_BACK));
    assertThat(ringAt(decided.plus(Duration.ofDays(1)))).isZero();
    assertThatThrownBy(() -> joint.minute(ALL, "a", 3, "late")).hasMessageContaining("joint-none");
    dispatch(3);
    assertThat(joint.convene(ALL, "a", 4, "again").version()).isEqualTo(4);
    act(Action.CANCEL, 4);
    List<JointHandling> both = joint.seen(ALL, "a").all();
    assertThat(both).extracting(JointHandling::isOpen).containsExactly(false, false);
    assertThat(both.get(0).convened().text()).isEqualTo("again");
  }

  @Test
  void of_8_who_write_at_once_one_has_seen_what_the_others_wrote() throws Exception {
    JointHandling unused = joint.convene(ALL, "a", 2, "why");
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> all =
          IntStream.range(0, 8).mapToObj(n -> writers.submit(() -> write(n))).toList();
      int won = 0;
      for (Future<Integer> one : all) {
        won += one.get();
      }
      assertThat(kept().minutes()).hasSize(1 + won);
      assertThat(kept().minutes()).extracting(Minute::number).doesNotHaveDuplicates();
      assertThat(kept().version()).isEqualTo(1 + won);
    } finally {
      writers.shutdownNow();
    }
  }

  /** Tries ten times as of what it has read; how often that was the newest. */
  private int write(int n) {
    int won = 0;
    for (int i = 0; i < 10; i++) {
      int seen = kept().version();
      try {
        JointHandling unused = joint.minute(ALL, "a", seen, n + " says " + i);
        won++;
      } catch (Conflict raced) {
        assertThat(raced.code()).isEqualTo("version-conflict");
      }
    }
    return won;
  }

  @Test
  void nobody_reports_back_while_somebody_convenes() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<String> convening = two.submit(() -> tried(() -> joint.convene(ALL, "a", 2, "why")));
      Future<String> reporting = two.submit(() -> tried(() -> act(Action.REPORT_BACK, 2)));
      assertThat(Set.of(convening.get(), reporting.get()))
          .as("one of them was first")
          .contains("done")
          .containsAnyOf("version-conflict", "joint-undecided");
    } finally {
      two.shutdownNow();
    }
  }

  private static String tried(Runnable what) {
    try {
      what.run();
      return "done";
    } catch (Fault refused) {
      return refused.code();
    }
  }

  private Decision decision() {
    Instant now = clock.instant();
    return new Decision(
        "first the road, then the lamp",
        List.of(
            new Decision.Assignment(LAMPS, "mend the lamp", now.plus(Duration.ofHours(1))),
            new Decision.Assignment(ROADS, "fill the holes", now.plus(Duration.ofHours(1))),
            new Decision.Assignment(WORKER, "stand by", now.plus(Duration.ofHours(1)))));
  }

  private void act(Action action, int version) {
    Incident unused = register.act(ALL, "a", version, IncidentRegister.Order.of(action, "because"));
  }

  private JointHandling kept() {
    return database.read(tx -> store.list(tx, ALL, "a")).get(0);
  }

  /** How many ring at an instant. */
  private int ringAt(Instant at) {
    try (ClockTimers rings = new ClockTimers(database, timers, Clock.fixed(at, ZoneOffset.UTC))) {
      rings.tell(JointAlarms.SUBJECT, alarms);
      return rings.ringDue();
    }
  }

  private static Department department(String code) {
    return new Department(code, "所", "Office", Set.of());
  }

  private Incident incident(String id) {
    return new Incident(
        id,
        1,
        "20261101-0001",
        "noise",
        "",
        Priority.ORDINARY,
        Channel.PHONE,
        new LatticePoint(1, 2),
        null,
        null,
        clock.instant(),
        Life.of(Standing.FILED, clock.instant(), null, null),
        true);
  }
}
