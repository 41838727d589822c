package org.wangge.incident.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Limit;
import org.wangge.clock.WorkCalendar;
import org.wangge.event.HeardTx;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Action;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;
import org.wangge.incident.limit.StageTerms;

class LoadedTasksTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final Duration ANSWERED = Duration.ofMinutes(20);
  private static final StageTerms TERMS =
      StageTerms.of(
          new WorkCalendar(
              new CalendarVersion("usual", 1), CalendarRules.usual(ZoneId.of("Asia/Shanghai"))),
          List.of(
              new StageLimit(
                  1,
                  1,
                  new StageLimit.Scope("", "", Stage.HANDLE),
                  Limit.parse("4 urgent hours"),
                  List.of(),
                  T0)));

  private final Given given = new Given();
  private final LoadedTasks tasks =
      new LoadedTasks(
          given,
          new Departments(
              List.of(
                  new Department("drains", "排水", "Drains", Set.of("manhole")),
                  new Department("roads", "道路", "Roads", Set.of("manhole", "pothole")))));

  private List<Task> give(Instant now, Incident... loaded) {
    tasks.give(new HeardTx(now), Caller.upkeep(), List.of(loaded));
    return given.tasks;
  }

  private static Incident incident(String category, Life life) {
    return new Incident(
        "incident-" + category,
        1,
        category,
        category,
        "",
        Priority.ORDINARY,
        Channel.PHONE,
        new LatticePoint(1, 2),
        null,
        null,
        T0,
        life,
        true);
  }

  private static Life standing(Standing standing) {
    return Life.of(standing, null, null, standing.isOpen() ? null : T0);
  }

  /** Handled since so many minutes after its report. */
  private static Life handledSince(int minute) {
    Life.Circumstances then =
        new Life.Circumstances(T0.plus(Duration.ofMinutes(minute)), TERMS, null);
    return Life.reported(TERMS, T0)
        .after(Action.ACCEPT, then)
        .after(Action.FILE, then)
        .after(Action.DISPATCH, then);
  }

  @Test
  void the_first_department_of_the_category_leads() {
    Life handled = standing(Standing.DISPATCHED);
    assertThat(give(T0, incident("manhole", handled), incident("pothole", handled)))
        .containsExactly(
            Task.given("incident-manhole", department("drains"), true, T0),
            Task.given("incident-pothole", department("roads"), true, T0));
  }

  private static Handler department(String code) {
    return new Handler(Handler.Kind.DEPARTMENT, code);
  }

  @Test
  void what_no_department_is_there_for_is_given_to_none() {
    assertThat(give(T0, incident("noise", standing(Standing.DISPATCHED)))).isEmpty();
  }

  @Test
  void only_what_is_being_handled_is_given() {
    for (Standing standing : List.of(Standing.REPORTED, Standing.FILED, Standing.CLOSED)) {
      assertThat(give(T0, incident("manhole", standing(standing)))).as(standing.word()).isEmpty();
    }
  }

  @Test
  void it_was_given_when_its_clock_was_started() {
    Instant now = T0.plus(Duration.ofMinutes(31));
    assertThat(give(now, incident("manhole", handledSince(30))))
        .containsExactly(
            Task.given(
                "incident-manhole", department("drains"), true, T0.plus(Duration.ofMinutes(30))));
  }

  @Test
  void what_was_given_twenty_minutes_ago_has_been_taken_by_now() {
    Incident incident = incident("manhole", standing(Standing.DISPATCHED));
    assertThat(give(T0.plus(ANSWERED).minusNanos(1_000), incident))
        .extracting(Task::state)
        .containsExactly(Task.State.OFFERED);
    given.tasks.clear();
    assertThat(give(T0.plus(ANSWERED), incident))
        .containsExactly(
            Task.given("incident-manhole", department("drains"), true, T0)
                .answered(Task.State.TAKEN, T0.plus(ANSWERED), "handler"));
  }

  /** Takes tasks and tells nothing. */
  private static final class Given implements TaskStore {
    private final List<Task> tasks = new ArrayList<>();

    @Override
    public void add(Tx tx, Caller caller, List<Task> more) {
      tasks.addAll(more);
    }

    @Override
    public List<Task> list(Tx tx, Caller caller, String incidentId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Task> openOf(Tx tx, Caller caller, Collection<Handler> handlers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<Handler, Integer> load(Tx tx, Caller caller) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void change(Tx tx, Caller caller, Task task) {
      throw new UnsupportedOperationException();
    }
  }

  /** Departments without members. */
  private record Departments(List<Department> all) implements DepartmentStore {
    @Override
    public List<Department> list(Tx tx, Caller caller) {
      return all;
    }

    @Override
    public Set<String> ofMember(Tx tx, Caller caller, String account) {
      return Set.of();
    }

    @Override
    public void add(Tx tx, Caller caller, List<Department> departments) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void addMember(Tx tx, Caller caller, String department, String account) {
      throw new UnsupportedOperationException();
    }
  }
}
