package org.wangge.server.emergency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyCall;
import org.wangge.emergency.EmergencyGrid;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.emergency.EmergencyReport;
import org.wangge.emergency.EmergencyStanding;
import org.wangge.emergency.EmergencyStore;
import org.wangge.emergency.EmergencyTask;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Numbers;
import org.wangge.server.storage.Where;

/** Emergencies in plain SQL for both databases. Thread-safe. */
final class JdbcEmergencyStore implements EmergencyStore {
  private static final int CODES_AT_ONCE = 500;

  @Override
  public void hold(Tx tx, Caller caller, long id) {
    JdbcTx.of(tx)
        .queryOne(
            "select id from emergency_emergency where id = ? for update",
            row -> row.number("id"),
            id);
  }

  @Override
  public Optional<Emergency> find(Tx tx, Caller caller, long id) {
    return read(tx, caller.scope(), new Where().and("e.id = ?", id), 1).stream().findFirst();
  }

  @Override
  public List<Emergency> list(Tx tx, Caller caller, boolean lasting, long before, int limit) {
    Where where = new Where().and("e.id < ?", before);
    if (lasting) {
      where.and("e.ended_at is null");
    }
    return read(tx, caller.scope(), where, limit);
  }

  private static List<Emergency> read(Tx tx, AreaScope scope, Where where, int limit) {
    JdbcTx jdbc = JdbcTx.of(tx);
    if (!scope.everywhere()) {
      Where within = new Where().and("g.emergency_id = e.id").within("g.grid_code", scope);
      where.and("exists (select 1 from emergency_grid g" + within.sql() + ")", within.parameters());
    }
    return jdbc
        .query(
            "select e.* from emergency_emergency e" + where.sql() + " order by e.id desc limit ?",
            EmergencyRows::bare,
            where.parameters(limit))
        .stream()
        .map(one -> EmergencyRows.whole(one, grids(jdbc, one.id())))
        .toList();
  }

  private static List<EmergencyGrid> grids(JdbcTx jdbc, long id) {
    return jdbc.query(
        "select * from emergency_grid where emergency_id = ? order by grid_code",
        EmergencyRows::grid,
        id);
  }

  @Override
  public Set<String> taken(Tx tx, Collection<String> grids) {
    List<String> all = List.copyOf(grids);
    Set<String> taken = new LinkedHashSet<>();
    for (int from = 0; from < all.size(); from += CODES_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + CODES_AT_ONCE));
      taken.addAll(
          JdbcTx.of(tx)
              .query(
                  "select grid_code from emergency_grid where lasting_grid_code in ("
                      + String.join(", ", Collections.nCopies(some.size(), "?"))
                      + ") order by grid_code",
                  row -> row.string("grid_code"),
                  some.toArray()));
    }
    return taken;
  }

  @Override
  public Optional<Emergency> lastingIn(Tx tx, String grid) {
    return JdbcTx.of(tx)
        .queryOne(
            "select emergency_id from emergency_grid where lasting_grid_code = ?",
            row -> row.number("emergency_id"),
            grid)
        .flatMap(id -> find(tx, Caller.upkeep(), id));
  }

  @Override
  public int lastingBelow(Tx tx, String area) {
    Where where = new Where().below("lasting_grid_code", area);
    return JdbcTx.of(tx)
        .queryOne(
            "select count(*) as n from emergency_grid" + where.sql(),
            row -> row.integer("n"),
            where.parameters())
        .orElse(0);
  }

  @Override
  public Emergency add(Tx tx, Caller caller, Emergency declared) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Emergency.Plan plan = declared.plan();
    EmergencyTask task = plan.taskOrNull();
    long id =
        jdbc.insert(
            """
            insert into emergency_emergency (version, title, areas, households_per_person,
              contact_name, contact_phone, task_text, task_hazardous, task_until, campaign_id,
              urgent_categories, generated, declared_at, declared_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            declared.version(),
            plan.title(),
            String.join(" ", plan.areas()),
            plan.householdsPerPerson(),
            plan.contact().name(),
            plan.contact().phone(),
            task == null ? null : task.text(),
            task != null && task.yesIsHazard(),
            task == null ? null : task.until(),
            declared.campaignOrNull(),
            String.join(" ", plan.urgentCategories()),
            plan.generated(),
            declared.declared().at(),
            declared.declared().account());
    addGrids(jdbc, id, declared.grids());
    return EmergencyRows.numbered(declared, id);
  }

  private static void addGrids(JdbcTx jdbc, long id, List<EmergencyGrid> grids) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (EmergencyGrid grid : grids) {
      rows.add(
          new @Nullable Object[] {
            id,
            grid.code(),
            grid.code(),
            grid.name(),
            grid.households(),
            grid.needed(),
            grid.contact().name(),
            grid.contact().phone()
          });
    }
    int[] added =
        jdbc.updateAll(
            """
            insert into emergency_grid (emergency_id, grid_code, lasting_grid_code, name, households,
              needed, contact_name, contact_phone)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("emergency-grid-taken", Map.of("grid", grids.get(i).code()));
      }
    }
  }

  @Override
  public void change(Tx tx, Caller caller, Emergency changed) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Emergency.Deed ending = changed.endingOrNull();
    int touched =
        jdbc.update(
            """
            update emergency_emergency set version = ?, ended_at = ?, ended_by = ?
            where id = ? and version = ?
            """,
            changed.version(),
            ending == null ? null : ending.at(),
            ending == null ? null : ending.account(),
            changed.id(),
            changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (EmergencyGrid grid : changed.grids()) {
      rows.add(
          new @Nullable Object[] {
            ending == null ? grid.code() : null,
            grid.contact().name(),
            grid.contact().phone(),
            changed.id(),
            grid.code()
          });
    }
    jdbc.updateAll(
        """
        update emergency_grid set lasting_grid_code = ?, contact_name = ?, contact_phone = ?
        where emergency_id = ? and grid_code = ?
        """,
        rows);
  }

  @Override
  public void ask(Tx tx, Caller caller, List<EmergencyCall> calls) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (EmergencyCall call : calls) {
      rows.add(
          new @Nullable Object[] {call.emergency(), call.staff(), call.grid(), call.askedAt()});
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into emergency_call (emergency_id, staff_code, grid_code, asked_at)
            values (?, ?, ?, ?)
            """,
            rows);
  }

  @Override
  public List<EmergencyCall> calls(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .query(
            "select * from emergency_call where emergency_id = ? order by grid_code, staff_code",
            EmergencyRows::call,
            id);
  }

  @Override
  public List<EmergencyCall> callsOf(Tx tx, String staff) {
    return JdbcTx.of(tx)
        .query(
            """
            select c.* from emergency_call c join emergency_emergency e on e.id = c.emergency_id
            where c.staff_code = ? and e.ended_at is null order by c.emergency_id desc
            """,
            EmergencyRows::call,
            staff);
  }

  @Override
  public void reply(Tx tx, Caller caller, EmergencyCall replied) {
    EmergencyCall.Reply reply = replied.reply().orElseThrow();
    JdbcTx.of(tx)
        .update(
            """
            update emergency_call set comes = ?, by_desk = ?, replied_at = ?, replied_by = ?
            where emergency_id = ? and staff_code = ?
            """,
            reply.comes(),
            reply.byDesk(),
            reply.at(),
            reply.account(),
            replied.emergency(),
            replied.staff());
  }

  @Override
  public void file(Tx tx, Caller caller, long id, EmergencyReport report) {
    List<@Nullable Object[]> grids = new ArrayList<>();
    for (EmergencyStanding one : report.grids()) {
      grids.add(
          new @Nullable Object[] {
            one.asked(),
            one.confirmed(),
            one.declined(),
            one.doors(),
            one.done(),
            one.incidents(),
            one.open(),
            one.whistles(),
            id,
            one.grid().code()
          });
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            update emergency_grid set asked = ?, confirmed = ?, declined = ?, doors = ?, done = ?,
              incidents = ?, incidents_open = ?, whistles = ?
            where emergency_id = ? and grid_code = ?
            """,
            grids);
    fileIncidents(tx, id, report.incidents());
  }

  private static void fileIncidents(Tx tx, long id, List<EmergencyHappenings.Reported> incidents) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (EmergencyHappenings.Reported one : incidents) {
      rows.add(
          new @Nullable Object[] {
            id,
            one.id(),
            one.number(),
            one.category(),
            one.grid(),
            one.reportedAt(),
            one.standing(),
            one.open()
          });
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into emergency_incident (emergency_id, incident_id, number, category, grid_code,
              reported_at, standing, was_open)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rows);
  }

  @Override
  public Optional<EmergencyReport> report(Tx tx, Caller caller, long id) {
    List<EmergencyStanding> grids =
        JdbcTx.of(tx)
            .query(
                """
                select * from emergency_grid where emergency_id = ? and asked is not null
                order by grid_code
                """,
                EmergencyRows::standing,
                id);
    return grids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EmergencyReport(
                grids,
                JdbcTx.of(tx)
                    .query(
                        """
                        select * from emergency_incident where emergency_id = ?
                        order by reported_at, incident_id
                        """,
                        EmergencyRows::reported,
                        id)));
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    for (String table : List.of("emergency_emergency", "emergency_grid")) {
      for (String column : List.of("contact_name", "contact_phone")) {
        Numbers.erase(tx, table, column, numbers);
      }
    }
    for (String column : List.of("title", "task_text")) {
      Numbers.erase(tx, "emergency_emergency", column, numbers);
    }
  }
}
