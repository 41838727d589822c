package org.wangge.server.demo;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.IncidentStore;

/** What residents, workers and cameras report in the town. */
public final class DemoIncidents implements DemoPart {
  private final IncidentRegister register;
  private final IncidentStore store;

  public DemoIncidents(IncidentRegister register, IncidentStore store) {
    this.register = register;
    this.store = store;
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    store.addCategories(tx, caller, town.categories());
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    List<Incident> happened =
        DemoDays.of(after, now).stream()
            .flatMap(day -> town.incidentsOf(day, now).stream())
            .filter(incident -> incident.reportedAt().isAfter(after))
            .toList();
    register.load(tx, caller, happened);
  }
}
