package org.wangge.server.wall;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Priority;
import org.wangge.incident.Step;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.wall.PastIncident;
import org.wangge.wall.PastStore;

/**
 * What stood open, from incidents and their deeds, in plain SQL for both databases. Thread-safe.
 */
final class JdbcPastStore implements PastStore {
  /** Of every deed the step after it is on record, so the last one by then tells where it stood. */
  private static final String STOOD =
      """
      select i.id, i.number, i.category, i.priority, i.location, i.grid_code, i.reported_at,
        i.filed_at, i.dispatched_at, case when i.due_at <= ? then 1 else 0 end as late,
        (select d.step from incident_deed d where d.incident_id = i.id and d.version =
          (select max(e.version) from incident_deed e
            where e.incident_id = i.id and e.done_at <= ?)) as stood
      from incident_incident i\
      """;

  @Override
  public List<PastIncident> reportedBy(Tx tx, Caller caller, Instant at, int limit) {
    Where where =
        new Where()
            .within("i.grid_code", "i.location", caller.scope())
            .and("i.reported_at <= ?", at)
            .and("(i.closed_at is null or i.closed_at > ?)", at);
    return JdbcTx.of(tx)
        .query(
            STOOD + where.sql() + " order by i.id limit ?",
            row -> read(row, at),
            Stream.concat(Stream.of(at, at), Arrays.stream(where.parameters(limit))).toArray());
  }

  private static PastIncident read(Row row, Instant at) throws SQLException {
    return new PastIncident(
        row.string("id"),
        row.string("number"),
        row.string("category"),
        Priority.find(row.string("priority")).orElseThrow(),
        stood(row, at),
        Points.onLattice(row.geometry("location").orElseThrow()),
        row.stringIfAny("grid_code").orElse(null),
        row.instant("reported_at"),
        row.integer("late") == 1);
  }

  /**
   * Of what was loaded from elsewhere there are no deeds, only when it was filed and dispatched.
   */
  private static Step stood(Row row, Instant at) throws SQLException {
    Step byDeeds = row.stringIfAny("stood").flatMap(Step::find).orElse(Step.COLLECT);
    if (byDeeds != Step.COLLECT) {
      return byDeeds;
    }
    if (row.instantIfAny("dispatched_at").filter(then -> !then.isAfter(at)).isPresent()) {
      return Step.HANDLE;
    }
    boolean filed = row.instantIfAny("filed_at").filter(then -> !then.isAfter(at)).isPresent();
    return filed ? Step.DISPATCH : Step.COLLECT;
  }
}
