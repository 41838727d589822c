package org.wangge.server.plan.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentStore;
import org.wangge.plan.compare.Redrawn;
import org.wangge.plan.impact.Handed;
import org.wangge.plan.impact.ImpactSource;

/** Which open incidents plans move from one grid to another. Thread-safe. */
public final class IncidentImpact implements ImpactSource {
  /** Kind of what is handed over. */
  private static final String INCIDENT = "incident";

  private final IncidentStore store;

  public IncidentImpact(IncidentStore store) {
    this.store = store;
  }

  @Override
  public List<Handed> handed(Tx tx, Caller caller, Redrawn redrawn, Instant at) {
    Optional<LatticeBox> box = redrawn.box();
    List<Handed> handed = new ArrayList<>();
    if (box.isPresent()) {
      IncidentQuery open =
          new IncidentQuery(
              null, null, true, null, box.get(), null, null, "", Integer.MAX_VALUE - 1);
      for (Incident one : store.list(tx, caller, open)) {
        redrawn
            .moveOf(one.location())
            .ifPresent(
                move ->
                    handed.add(
                        new Handed(
                            INCIDENT, one.id(), one.number(), move, Map.of("incidents", 1))));
      }
    }
    return handed;
  }
}
