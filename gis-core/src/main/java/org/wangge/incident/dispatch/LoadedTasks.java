package org.wangge.incident.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.Standing;
import org.wangge.incident.limit.StageClock;

/** Gives incidents that are loaded as they stand to the departments that handle them. */
public final class LoadedTasks {
  /** What was given longer ago has been taken by now. */
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(20);

  private final TaskStore tasks;
  private final DepartmentStore departments;

  public LoadedTasks(TaskStore tasks, DepartmentStore departments) {
    this.tasks = tasks;
    this.departments = departments;
  }

  /** Gives each that is being handled to the first department of its category. */
  public void give(Tx tx, Caller caller, List<Incident> loaded) {
    List<Department> all = departments.list(tx, caller);
    List<Task> given = new ArrayList<>();
    for (Incident incident : loaded) {
      if (incident.life().standing() == Standing.DISPATCHED) {
        all.stream()
            .filter(one -> one.categories().contains(incident.category()))
            .findFirst()
            .ifPresent(one -> given.add(task(incident, one, tx.now())));
      }
    }
    tasks.add(tx, caller, given);
  }

  private static Task task(Incident incident, Department department, Instant now) {
    Instant since =
        incident
            .life()
            .handling()
            .map(StageClock::countdown)
            .map(clock -> clock.started())
            .orElse(incident.reportedAt());
    Handler handler = new Handler(Handler.Kind.DEPARTMENT, department.code());
    Task offered = Task.given(incident.id(), handler, true, since);
    Instant answered = since.plus(ANSWERED_WITHIN);
    return answered.isAfter(now)
        ? offered
        : offered.answered(Task.State.TAKEN, answered, "handler");
  }
}
