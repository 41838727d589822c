package org.wangge.server.demo;

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
import org.wangge.incident.Category;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Intake;
import org.wangge.incident.limit.LimitStore;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;

/** What residents, workers and cameras report in the town. */
public final class DemoIncidents implements DemoPart {
  private static final List<Integer> WARN_PERCENTS = List.of(75, 90);

  private final Intake intake;
  private final IncidentStore store;
  private final LimitStore limits;

  public DemoIncidents(Intake intake, IncidentStore store, LimitStore limits) {
    this.intake = intake;
    this.store = store;
    this.limits = limits;
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    store.addCategories(tx, caller, town.categories());
    Set<String> known =
        limits.list(tx, caller).stream()
            .map(limit -> limit.scope().category())
            .collect(Collectors.toSet());
    for (Category category : town.categories()) {
      if (!known.contains(category.code())) {
        limits.add(tx, caller, handling(category, tx.now()));
      }
    }
  }

  /** What the town gives for handling, where the field's defaults say nothing. */
  private static StageLimit handling(Category category, Instant now) {
    Limit limit = new Limit(ClockKind.URGENT_HOURS, (int) category.limit().toMinutes());
    return new StageLimit(
        0, 1, new StageLimit.Scope(category.code(), "", Stage.HANDLE), limit, WARN_PERCENTS, now);
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    List<Arrival> happened =
        DemoDays.of(after, now).stream()
            .flatMap(day -> town.incidentsOf(day, now).stream())
            .filter(arrival -> arrival.reported().reportedAt().isAfter(after))
            .toList();
    intake.load(tx, caller, happened);
  }
}
