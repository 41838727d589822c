package org.wangge.server.demo;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.incident.Arrival;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Intake;

/** What residents, workers and cameras report in the town. */
public final class DemoIncidents implements DemoPart {
  private final Intake intake;
  private final IncidentStore store;

  public DemoIncidents(Intake intake, IncidentStore store) {
    this.intake = intake;
    this.store = store;
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    store.addCategories(tx, caller, town.categories());
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    List<Arrival> happened =
        DemoDays.of(after, now).stream()
            .flatMap(day -> town.incidentsOf(day, now).stream())
            .filter(arrival -> arrival.incident().reportedAt().isAfter(after))
            .toList();
    intake.load(tx, caller, happened);
  }
}
