package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.Task;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the stores of tasks and departments promise, on either database. */
abstract class TaskStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final Handler LAMPS = new Handler(Handler.Kind.DEPARTMENT, "lamps");
  private static final Handler WORKER = new Handler(Handler.Kind.PERSON, "S-7");

  private final JdbcTaskStore tasks = new JdbcTaskStore();
  private final JdbcDepartmentStore departments = new JdbcDepartmentStore();

  abstract TestDatabase kind();

  @Test
  void who_has_what_in_hand_is_told_and_counted_until_it_is_out_of_their_hands() {
    try (Database database = kind().open()) {
      var unused =
          database.write(
              ALL,
              tx -> {
                new JdbcIncidentStore().add(tx, ALL, List.of(incident("a"), incident("b")));
                tasks.add(tx, ALL, List.of(given("a", LAMPS), given("a", WORKER)));
                tasks.add(tx, ALL, List.of(given("b", LAMPS)));
                tasks.add(tx, ALL, List.of());
                return 0;
              });
      List<Task> ofA = database.read(tx -> tasks.list(tx, ALL, "a"));
      assertThat(ofA).extracting(Task::handler).containsExactly(LAMPS, WORKER);
      Map<Handler, Integer> load = database.read(tx -> tasks.load(tx, ALL));
      assertThat(load).isEqualTo(Map.of(LAMPS, 2, WORKER, 1));
      Task first = ofA.get(0);
      Task taken =
          new Task(first.id(), "a", LAMPS, false, Task.State.TAKEN, T0, T0.plusSeconds(9), "hal");
      Task declined =
          new Task(ofA.get(1).id(), "a", WORKER, false, Task.State.DECLINED, T0, T0, "w");
      unused =
          database.write(
              ALL,
              tx -> {
                tasks.change(tx, ALL, taken);
                tasks.change(tx, ALL, declined);
                return 0;
              });
      List<Task> open = database.read(tx -> tasks.openOf(tx, ALL, List.of(WORKER, LAMPS)));
      assertThat(open).hasSize(2).startsWith(taken);
      List<Task> after = database.read(tx -> tasks.list(tx, ALL, "a"));
      assertThat(after).containsExactly(taken, declined);
    }
  }

  @Test
  void departments_are_there_for_categories_and_have_members() {
    Department lamps = new Department("lamps", "路灯所", "Lamps", Set.of("street-light", "noise"));
    try (Database database = kind().open()) {
      var unused =
          database.write(
              ALL,
              tx -> {
                departments.add(tx, ALL, List.of(lamps));
                departments.add(
                    tx, ALL, List.of(new Department("lamps", "别的", "Other", Set.of("x"))));
                departments.addMember(tx, ALL, "lamps", "hal");
                departments.addMember(tx, ALL, "lamps", "hal");
                return 0;
              });
      List<Department> all = database.read(tx -> departments.list(tx, ALL));
      assertThat(all).as("as it was first").containsExactly(lamps);
      Set<String> ofHal = database.read(tx -> departments.ofMember(tx, ALL, "hal"));
      assertThat(ofHal).containsExactly("lamps");
      Set<String> ofEve = database.read(tx -> departments.ofMember(tx, ALL, "eve"));
      assertThat(ofEve).isEmpty();
    }
  }

  private static Task given(String incident, Handler handler) {
    return new Task(0, incident, handler, true, Task.State.OFFERED, T0, null, null);
  }

  private static Incident incident(String id) {
    return new Incident(
        id,
        1,
        "20261101-" + id,
        "noise",
        "",
        Priority.ORDINARY,
        Channel.PHONE,
        new LatticePoint(1, 2),
        null,
        null,
        T0,
        Life.of(Standing.DISPATCHED, T0, T0, null),
        true);
  }
}
