package org.wangge.server.incident;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Category;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Priority;
import org.wangge.incident.Step;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Incidents in plain SQL for both databases. Thread-safe. */
final class JdbcIncidentStore implements IncidentStore {
  private static final String INSERT =
      """
      insert into incident_incident (id, number, category, step, priority, channel, location,
        grid_code, reported_at, filed_at, due_at, closed_at, generated)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  @Override
  public Optional<Incident> find(Tx tx, Caller caller, String id) {
    Where where = new Where().and("id = ?", id).within("grid_code", caller.scope());
    return JdbcTx.of(tx)
        .queryOne(
            "select * from incident_incident" + where.sql(),
            JdbcIncidentStore::read,
            where.parameters());
  }

  @Override
  public List<Incident> list(Tx tx, Caller caller, IncidentQuery query) {
    Where where =
        new Where()
            .within("grid_code", caller.scope())
            .below("grid_code", query.area())
            .andIf("step = ?", query.step() == null ? null : query.step().word())
            .touching("location", query.box())
            .andIf("reported_at >= ?", query.from())
            .andIf("reported_at < ?", query.to())
            .and("id > ?", query.afterId());
    return JdbcTx.of(tx)
        .query(
            "select * from incident_incident" + where.sql() + " order by id limit ?",
            JdbcIncidentStore::read,
            where.parameters(query.limit()));
  }

  @Override
  public Count count(Tx tx, Caller caller, String areaCode) {
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

  @Override
  public void add(Tx tx, Caller caller, List<Incident> incidents) {
    // In one order, so that two writers of the same ids line up instead of deadlocking.
    List<Incident> ordered = incidents.stream().sorted(Comparator.comparing(Incident::id)).toList();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Incident incident : ordered) {
      rows.add(
          new @Nullable Object[] {
            incident.id(),
            incident.number(),
            incident.category(),
            incident.step().word(),
            incident.priority().word(),
            incident.channel().word(),
            Points.toDegrees(incident.location()),
            incident.gridCode(),
            incident.reportedAt(),
            incident.filedOrNull(),
            incident.dueOrNull(),
            incident.closedOrNull(),
            incident.generated()
          });
    }
    int[] added = JdbcTx.of(tx).updateAll(INSERT, rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("incident-taken", Map.of("id", ordered.get(i).id()));
      }
    }
  }

  @Override
  public List<Category> categories(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query(
            "select code, name_zh, name_en from incident_category order by code",
            row -> new Category(row.string("code"), row.string("name_zh"), row.string("name_en")));
  }

  @Override
  public void addCategories(Tx tx, Caller caller, List<Category> categories) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Category category : categories) {
      rows.add(new Object[] {category.code(), category.nameZh(), category.nameEn()});
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into incident_category (code, name_zh, name_en) values (?, ?, ?)
            on conflict do nothing
            """,
            rows);
  }

  private static Incident read(Row row) throws SQLException {
    return new Incident(
        row.string("id"),
        row.string("number"),
        row.string("category"),
        Step.find(row.string("step")).orElseThrow(),
        Priority.find(row.string("priority")).orElseThrow(),
        Channel.find(row.string("channel")).orElseThrow(),
        Points.onLattice(row.geometry("location").orElseThrow()),
        row.string("grid_code"),
        row.instant("reported_at"),
        row.instantIfAny("filed_at").orElse(null),
        row.instantIfAny("due_at").orElse(null),
        row.instantIfAny("closed_at").orElse(null),
        row.flag("generated"));
  }
}
