package org.wangge.server.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyCall;
import org.wangge.emergency.EmergencyContact;
import org.wangge.emergency.EmergencyGrid;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.emergency.EmergencyReport;
import org.wangge.emergency.EmergencyStanding;
import org.wangge.emergency.EmergencyStore;
import org.wangge.emergency.EmergencyTask;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Urgency;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What emergencies promise, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmergencyStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final EmergencyContact CONTACT = new EmergencyContact("指挥部", "00061112222");
  private static final int WRITERS = 8;

  private final EmergencyStore store = new JdbcEmergencyStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeAll
  void open() {
    database = kind().open();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(ALL, work);
  }

  private static Emergency meant(@Nullable EmergencyTask task, String... grids) {
    return new Emergency(
        0,
        1,
        new Emergency.Plan(
            "暴雨", List.of(grids), 50, CONTACT, task, List.of("flood", "noise"), true),
        Stream.of(grids).map(code -> new EmergencyGrid(code, "网格", 99, 2, CONTACT)).toList(),
        null,
        new Emergency.Deed(NOW, "approver"),
        null);
  }

  private Emergency added(String... grids) {
    return write(tx -> store.add(tx, ALL, meant(null, grids)));
  }

  private Emergency read(long id) {
    return database.read(tx -> store.find(tx, ALL, id).orElseThrow());
  }

  private static Emergency ended(Emergency one) {
    return new Emergency(
        one.id(),
        one.version() + 1,
        one.plan(),
        one.grids(),
        one.campaignOrNull(),
        one.declared(),
        new Emergency.Deed(NOW.plusSeconds(60), "approver"));
  }

  @Test
  void what_was_declared_is_read_as_it_was() {
    EmergencyTask task = new EmergencyTask("进水？", true, NOW.plusSeconds(9));
    Emergency kept = write(tx -> store.add(tx, ALL, meant(task, "9901011", "9901012")));
    assertThat(kept.id()).isPositive();
    assertThat(read(kept.id())).isEqualTo(kept);
    List<Emergency> below =
        database.read(tx -> store.list(tx, of("9901012"), true, Long.MAX_VALUE, 9));
    assertThat(below).contains(kept);
    List<Emergency> beside =
        database.read(tx -> store.list(tx, of("9901013"), true, Long.MAX_VALUE, 9));
    assertThat(beside).doesNotContain(kept);
    Set<String> taken = database.read(tx -> store.taken(tx, List.of("9901012", "9901019")));
    assertThat(taken).containsExactly("9901012");
    int grids = database.read(tx -> store.lastingBelow(tx, "990101"));
    assertThat(grids).isEqualTo(2);
  }

  private static Caller of(String area) {
    return Caller.of("x", Set.of(Role.OPERATOR), AreaScope.of(List.of(area)), Purpose.USE);
  }

  @Test
  void a_grid_is_free_again_when_it_has_ended_and_not_before() {
    Emergency first = added("9902011");
    assertThatThrownBy(() -> added("9902010", "9902011"))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.code()).isEqualTo("emergency-grid-taken"));
    assertThat(isLasting("9902010")).as("of two grids none was kept").isFalse();
    write(
        tx -> {
          store.change(tx, ALL, ended(first));
          return 0;
        });
    assertThat(read(first.id()).isLasting()).isFalse();
    assertThat(isLasting("9902011")).isFalse();
    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      store.change(tx, ALL, ended(first));
                      return 0;
                    }))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.code()).isEqualTo("version-conflict"));
    assertThat(added("9902011").isLasting()).isTrue();
  }

  private boolean isLasting(String grid) {
    return database.read(tx -> store.lastingIn(tx, grid).isPresent());
  }

  @Test
  void calls_and_the_report_are_kept() {
    Emergency one = added("9903011");
    EmergencyCall asked = new EmergencyCall(one.id(), "9903011", "S-1", NOW, null);
    EmergencyCall said =
        new EmergencyCall(
            one.id(), "9903011", "S-1", NOW, new EmergencyCall.Reply(true, true, NOW, "operator"));
    EmergencyReport report =
        new EmergencyReport(
            List.of(new EmergencyStanding(one.grids().get(0), 1, 1, 0, 99, 40, 1, 1, 2)),
            List.of(
                new EmergencyHappenings.Reported(
                    "i-1", "1", "flood", "9903011", NOW, "dispatched", true)));
    boolean before = database.read(tx -> store.report(tx, ALL, one.id()).isPresent());
    assertThat(before).isFalse();
    write(
        tx -> {
          store.ask(tx, ALL, List.of(asked));
          assertThat(store.callsOf(tx, "S-1")).containsExactly(asked);
          store.reply(tx, ALL, said);
          store.file(tx, ALL, one.id(), report);
          store.change(tx, ALL, ended(one));
          return 0;
        });
    List<EmergencyCall> calls = database.read(tx -> store.calls(tx, ALL, one.id()));
    assertThat(calls).containsExactly(said);
    List<EmergencyCall> lasting = database.read(tx -> store.callsOf(tx, "S-1"));
    assertThat(lasting).isEmpty();
    EmergencyReport filed = database.read(tx -> store.report(tx, ALL, one.id()).orElseThrow());
    assertThat(filed).isEqualTo(report);
  }

  @Test
  void reports_of_its_categories_are_urgent_from_its_grids_while_it_lasts() {
    JdbcUrgencyStore urgency = new JdbcUrgencyStore();
    Emergency one = added("9904011", "9904012");
    List<String> asked = new ArrayList<>(Collections.nCopies(600, "9904099"));
    asked.add("9904012");
    List<Urgency.Raise> raises = database.read(tx -> urgency.raises(tx, asked));
    assertThat(raises)
        .containsExactly(new Urgency.Raise(one.id(), "9904012", Set.of("flood", "noise"), "暴雨"));
    write(
        tx -> {
          urgency.note(tx, Map.of("i-9904", raises.get(0)));
          store.change(tx, ALL, ended(one));
          return 0;
        });
    assertThat(database.<List<Urgency.Raise>>read(tx -> urgency.raises(tx, asked))).isEmpty();
    assertThat(database.<Boolean>read(tx -> urgency.isRaised(tx, "i-9904"))).isTrue();
    assertThat(database.<Boolean>read(tx -> urgency.isRaised(tx, "i-9905"))).isFalse();
  }

  @Test
  void numbers_of_people_go_out_of_contacts() {
    Emergency one = added("9905011");
    write(
        tx -> {
          store.eraseNumbers(tx, ALL, Set.of("00061112222"));
          return 0;
        });
    assertThat(read(one.id()).grids().get(0).contact().phone()).isEqualTo("***");
    assertThat(read(one.id()).plan().contact().phone()).isEqualTo("***");
  }

  @Test
  void of_eight_who_declare_it_in_one_grid_at_once_one_does() throws Exception {
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String own = "990409" + i;
      all.add(
          threads.submit(
              () -> {
                together.await();
                try {
                  return added("9904011", own).isLasting();
                } catch (Conflict lost) {
                  return false;
                }
              }));
    }
    int done = 0;
    for (Future<Boolean> one : all) {
      done += one.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(done).isEqualTo(1);
    Set<String> taken =
        database.read(
            tx ->
                store.taken(
                    tx,
                    Stream.iterate(0, i -> i + 1).limit(WRITERS).map(i -> "990409" + i).toList()));
    assertThat(taken).as("of those who lost nothing is left").hasSize(1);
  }
}
