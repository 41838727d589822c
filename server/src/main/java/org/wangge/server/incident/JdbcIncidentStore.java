package org.wangge.server.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Action;
import org.wangge.incident.Deed;
import org.wangge.incident.FiledReport;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Step;
import org.wangge.incident.limit.StageClock;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/** Incidents in plain SQL for both databases. Thread-safe. */
final class JdbcIncidentStore implements IncidentStore {
  @Override
  public Optional<Incident> find(Tx tx, Caller caller, String id) {
    Where where = new Where().and("id = ?", id).within("grid_code", "location", caller.scope());
    return JdbcTx.of(tx)
        .queryOne(
            "select * from incident_incident" + where.sql(), IncidentRows::read, where.parameters())
        .filter(one -> isSeen(caller, one));
  }

  @Override
  public void hold(Tx tx, Caller caller, String id) {
    JdbcTx.of(tx)
        .queryOne(
            "select id from incident_incident where id = ? for update",
            row -> row.string("id"),
            id);
  }

  @Override
  public List<Incident> list(Tx tx, Caller caller, IncidentQuery query) {
    return ScopedPage.read(
        caller.scope(),
        (after, count) -> rows(tx, caller, query, after, count),
        Incident::id,
        query.afterId(),
        query.limit(),
        one -> isSeen(caller, one));
  }

  private static boolean isSeen(Caller caller, Incident one) {
    return caller.scope().covers(one.gridOrNull(), one.location());
  }

  private static List<Incident> rows(
      Tx tx, Caller caller, IncidentQuery query, String after, int count) {
    Where where =
        new Where()
            .within("grid_code", "location", caller.scope())
            .below("grid_code", query.area())
            .andIf("step = ?", query.step() == null ? null : query.step().word())
            .andIf(
                "id = (select incident_id from incident_report where report_key = ?)", query.key())
            .touching("location", query.box())
            .andIf("reported_at >= ?", query.from())
            .andIf("reported_at < ?", query.to())
            .and("id > ?", after);
    if (query.open()) {
      where.and("closed_at is null");
    }
    return JdbcTx.of(tx)
        .query(
            "select * from incident_incident" + where.sql() + " order by id limit ?",
            IncidentRows::read,
            where.parameters(count));
  }

  @Override
  public Count count(Tx tx, Caller caller, String areaCode) {
    if (!caller.scope().grounds().isEmpty()) {
      return countOneByOne(tx, caller, areaCode);
    }
    Where where = new Where().within("grid_code", caller.scope()).below("grid_code", areaCode);
    return JdbcTx.of(tx)
        .queryOne(
            """
            select count(*) as total, count(*) filter (where closed_at is null) as still_open
            from incident_incident\
            """
                + where.sql(),
            row -> new Count(row.integer("still_open"), row.integer("total")),
            where.parameters())
        .orElseThrow();
  }

  private Count countOneByOne(Tx tx, Caller caller, String areaCode) {
    IncidentQuery all =
        new IncidentQuery(areaCode, null, false, null, null, null, null, "", Integer.MAX_VALUE);
    List<Incident> seen = list(tx, caller, all);
    return new Count((int) seen.stream().filter(one -> one.step().open()).count(), seen.size());
  }

  @Override
  public void add(Tx tx, Caller caller, List<Incident> incidents) {
    // In one order, so that two writers of the same ids line up instead of deadlocking.
    List<Incident> ordered = incidents.stream().sorted(Comparator.comparing(Incident::id)).toList();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Incident incident : ordered) {
      rows.add(IncidentRows.inserted(incident));
    }
    int[] added = JdbcTx.of(tx).updateAll(IncidentRows.INSERT, rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("incident-taken", Map.of("id", ordered.get(i).id()));
      }
    }
  }

  @Override
  public void change(Tx tx, Caller caller, Incident changed) {
    int touched = JdbcTx.of(tx).update(IncidentRows.UPDATE, IncidentRows.updated(changed));
    if (touched == 0) {
      throw new Conflict(
          "version-conflict", Map.of("given", changed.version() - 1, "newest", changed.version()));
    }
  }

  @Override
  public void addEnded(Tx tx, Caller caller, Map<String, List<StageClock>> ended) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    ended.forEach((id, clocks) -> clocks.forEach(clock -> rows.add(endedRow(id, clock))));
    if (!rows.isEmpty()) {
      JdbcTx.of(tx)
          .updateAll(
              """
              insert into incident_clock_past (incident_id, stage, clock, started_at, due_at,
                stopped_at, overdue)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              rows);
    }
  }

  private static @Nullable Object[] endedRow(String id, StageClock clock) {
    Instant stopped = clock.stopped().orElseThrow();
    return new Object[] {
      id,
      clock.stage().word(),
      clock.print(),
      clock.countdown().started(),
      clock.due(),
      stopped,
      clock.isOverdue(stopped)
    };
  }

  @Override
  public List<StageClock> ended(Tx tx, Caller caller, String id) {
    if (find(tx, caller, id).isEmpty()) {
      return List.of();
    }
    return JdbcTx.of(tx)
        .query(
            "select * from incident_clock_past where incident_id = ? order by id",
            row -> StageClock.parse(row.string("clock"), row.instant("due_at")),
            id);
  }

  @Override
  public void addDeed(Tx tx, Caller caller, Deed deed) {
    JdbcTx.of(tx)
        .update(
            """
            insert into incident_deed (incident_id, version, action, step, done_at, account, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            deed.incidentId(),
            deed.version(),
            deed.action().word(),
            deed.step().word(),
            deed.at(),
            deed.account(),
            deed.reason());
  }

  @Override
  public List<Incident> placeless(Tx tx, Caller caller, String afterId, int limit) {
    return ScopedPage.read(
        caller.scope(),
        (after, count) -> {
          Where where =
              new Where()
                  .within("grid_code", "location", caller.scope())
                  .and("grid_code is null and closed_at is null and id > ?", after);
          return JdbcTx.of(tx)
              .query(
                  "select * from incident_incident" + where.sql() + " order by id limit ?",
                  IncidentRows::read,
                  where.parameters(count));
        },
        Incident::id,
        afterId,
        limit,
        one -> isSeen(caller, one));
  }

  @Override
  public List<Deed> deeds(Tx tx, Caller caller, String id) {
    if (find(tx, caller, id).isEmpty()) {
      return List.of();
    }
    return JdbcTx.of(tx)
        .query(
            "select * from incident_deed where incident_id = ? order by version",
            row ->
                new Deed(
                    row.string("incident_id"),
                    row.integer("version"),
                    Action.find(row.string("action")).orElseThrow(),
                    Step.find(row.string("step")).orElseThrow(),
                    row.instant("done_at"),
                    row.string("account"),
                    row.string("reason")),
            id);
  }

  @Override
  public int takeNumbers(Tx tx, String day, int count) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        "insert into incident_number (report_day, last_number) values (?, 0) on conflict do nothing",
        day);
    jdbc.update(
        "update incident_number set last_number = last_number + ? where report_day = ?",
        count,
        day);
    int last =
        jdbc.queryOne(
                "select last_number from incident_number where report_day = ?",
                row -> row.integer("last_number"),
                day)
            .orElseThrow();
    return last - count + 1;
  }

  @Override
  public Optional<FiledReport> findReport(Tx tx, String key) {
    return JdbcReports.find(tx, key);
  }

  @Override
  public Optional<Incident> findByToken(Tx tx, String tokenHash) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select i.* from incident_incident i
            join incident_report r on r.incident_id = i.id
            join incident_report_token t on t.report_key = r.report_key
            where t.token_hash = ?
            """,
            IncidentRows::read,
            tokenHash);
  }

  @Override
  public void addTokens(Tx tx, Caller caller, Map<String, String> hashes) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    hashes.forEach((key, hash) -> rows.add(new Object[] {hash, key}));
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into incident_report_token (token_hash, report_key) values (?, ?)
            on conflict do nothing
            """,
            rows);
  }

  @Override
  public void addReports(Tx tx, Caller caller, List<FiledReport> reports) {
    JdbcReports.add(tx, reports);
  }

  @Override
  public Set<String> knownKeys(Tx tx, Collection<String> keys) {
    return JdbcReports.known(tx, keys);
  }
}
