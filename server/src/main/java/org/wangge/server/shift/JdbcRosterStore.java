package org.wangge.server.shift;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.shift.DutyPost;
import org.wangge.shift.DutySpan;
import org.wangge.shift.RosterEntry;
import org.wangge.shift.RosterStore;

/** Rosters in plain SQL for both databases. Thread-safe. */
final class JdbcRosterStore implements RosterStore {
  @Override
  public void hold(Tx tx, Caller caller, Collection<String> staff) {
    ShiftHolds.hold(tx, staff.stream().map(code -> "staff/" + code).toList());
  }

  @Override
  public List<RosterEntry> of(Tx tx, Caller caller, Collection<String> areas, DutySpan span) {
    return areas.isEmpty()
        ? List.of()
        : read(tx, standing(span).and(in("area_code", areas), areas.toArray()));
  }

  @Override
  public List<RosterEntry> ofStaff(Tx tx, Caller caller, Collection<String> staff, DutySpan span) {
    return staff.isEmpty()
        ? List.of()
        : read(tx, standing(span).and(in("staff_code", staff), staff.toArray()));
  }

  @Override
  public List<RosterEntry> all(Tx tx, Caller caller, DutySpan span) {
    return read(tx, standing(span));
  }

  @Override
  public Optional<RosterEntry> find(Tx tx, Caller caller, long id) {
    return read(tx, new Where().and("removed_at is null").and("id = ?", id)).stream().findFirst();
  }

  private static Where standing(DutySpan span) {
    return new Where()
        .and("removed_at is null")
        .and("from_at < ?", span.to())
        .and("to_at > ?", span.from());
  }

  private static String in(String column, Collection<String> values) {
    return column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }

  private static List<RosterEntry> read(Tx tx, Where where) {
    return JdbcTx.of(tx)
        .query(
            "select * from shift_entry" + where.sql() + " order by from_at, id",
            JdbcRosterStore::entry,
            where.parameters());
  }

  private static RosterEntry entry(Row row) throws SQLException {
    return new RosterEntry(
        row.number("id"),
        row.string("area_code"),
        DutyPost.find(row.string("post")).orElseThrow(),
        row.string("staff_code"),
        new DutySpan(row.instant("from_at"), row.instant("to_at")),
        row.flag("generated"));
  }

  @Override
  public List<RosterEntry> add(Tx tx, Caller caller, List<RosterEntry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (RosterEntry one : entries) {
      rows.add(
          new @Nullable Object[] {
            one.area(),
            one.post().word(),
            one.staff(),
            one.span().from(),
            one.span().to(),
            one.generated(),
            caller.account(),
            tx.now()
          });
    }
    long[] ids =
        JdbcTx.of(tx)
            .insertAll(
                """
                insert into shift_entry
                  (area_code, post, staff_code, from_at, to_at, generated, added_by, added_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    List<RosterEntry> added = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      RosterEntry one = entries.get(i);
      added.add(
          new RosterEntry(
              ids[i], one.area(), one.post(), one.staff(), one.span(), one.generated()));
    }
    return added;
  }

  @Override
  public boolean remove(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
            .update(
                """
                update shift_entry set removed_by = ?, removed_at = ?
                where id = ? and removed_at is null
                """,
                caller.account(),
                tx.now(),
                id)
        == 1;
  }
}
