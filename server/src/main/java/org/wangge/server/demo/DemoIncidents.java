package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Limit;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.incident.Arrival;
import org.wangge.incident.Intake;
import org.wangge.incident.category.CategoryStore;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.DepartmentStore;
import org.wangge.incident.dispatch.LoadedTasks;
import org.wangge.incident.dispatch.TaskStore;
import org.wangge.incident.limit.LimitStore;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;

/** What residents, workers and cameras report in the town. */
public final class DemoIncidents implements DemoPart {
  private static final List<Integer> WARN_PERCENTS = List.of(75, 90);

  /** The account of the demonstration that handles for all of its departments. */
  private static final String MEMBER = "handler";

  private static final List<Department> DEPARTMENTS =
      List.of(
          new Department(
              "urban-management",
              "城管中队",
              "Urban management",
              Set.of("street-vending", "illegal-parking", "unlicensed-building", "stray-dog")),
          new Department("sanitation", "环卫所", "Sanitation", Set.of("exposed-rubbish")),
          new Department(
              "municipal-works",
              "市政所",
              "Municipal works",
              Set.of(
                  "road-damage", "manhole-cover", "blocked-drain", "street-light", "fallen-tree")),
          new Department("water-supply", "供水公司", "Water supply", Set.of("water-leak")),
          new Department(
              "fire-safety", "消防工作站", "Fire safety", Set.of("fire-lane", "e-bike-charging")),
          new Department(
              "mediation",
              "综治中心",
              "Mediation and care",
              Set.of("noise", "dispute", "help-elderly")));

  private final Intake intake;
  private final CategoryStore categories;
  private final LimitStore limits;
  private final DepartmentStore departments;
  private final LoadedTasks tasks;

  public DemoIncidents(
      Intake intake,
      CategoryStore categories,
      LimitStore limits,
      DepartmentStore departments,
      TaskStore tasks) {
    this.intake = intake;
    this.categories = categories;
    this.limits = limits;
    this.departments = departments;
    this.tasks = new LoadedTasks(tasks, departments);
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    categories.addMissing(tx, caller, town.categories());
    Set<String> known =
        limits.list(tx, caller).stream()
            .map(limit -> limit.scope().category())
            .collect(Collectors.toSet());
    town.handlingLimits()
        .forEach(
            (category, limit) -> {
              if (!known.contains(category)) {
                limits.add(tx, caller, handling(category, limit, tx.now()));
              }
            });
    departments.add(tx, caller, DEPARTMENTS);
    for (Department department : DEPARTMENTS) {
      departments.addMember(tx, caller, department.code(), MEMBER);
    }
  }

  /** What the town gives for handling, where the field's defaults say nothing. */
  private static StageLimit handling(String category, Duration time, Instant now) {
    Limit limit = new Limit(ClockKind.URGENT_HOURS, (int) time.toMinutes());
    return new StageLimit(
        0, 1, new StageLimit.Scope(category, "", Stage.HANDLE), limit, WARN_PERCENTS, now);
  }

  @Override
  public Duration past() {
    return MONTHS;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    List<Arrival> happened =
        DemoDays.of(after, now).stream()
            .flatMap(day -> town.incidentsOf(day, now).stream())
            .filter(arrival -> arrival.reported().reportedAt().isAfter(after))
            .toList();
    tasks.give(tx, caller, intake.load(tx, caller, happened));
  }
}
