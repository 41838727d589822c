package org.wangge.server.shift;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.people.Masking;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.shift.LogEntry;
import org.wangge.shift.Shift;
import org.wangge.shift.ShiftStore;

/** Shifts and their log in plain SQL for both databases. Thread-safe. */
final class JdbcShiftStore implements ShiftStore {
  @Override
  public void hold(Tx tx, Caller caller, String account) {
    ShiftHolds.hold(tx, List.of("account/" + account));
  }

  @Override
  public Optional<Shift> running(Tx tx, Caller caller, String account) {
    return shifts(tx, new Where().and("ended_at is null").and("account = ?", account)).stream()
        .findFirst();
  }

  @Override
  public List<Shift> runningAt(Tx tx, Caller caller, String area) {
    return shifts(
        tx,
        new Where()
            .and("ended_at is null")
            .and("area_code = ?", area)
            .within("area_code", caller.scope()));
  }

  private static List<Shift> shifts(Tx tx, Where where) {
    return JdbcTx.of(tx)
        .query(
            "select * from shift_shift" + where.sql() + " order by begun_at, id",
            JdbcShiftStore::shift,
            where.parameters());
  }

  private static Shift shift(Row row) throws SQLException {
    return new Shift(
        row.number("id"),
        row.string("area_code"),
        row.string("account"),
        row.instant("begun_at"),
        row.instantIfAny("ended_at").orElse(null),
        row.flag("generated"));
  }

  @Override
  public Shift begin(Tx tx, Caller caller, Shift begun) {
    long id =
        JdbcTx.of(tx)
            .insert(
                """
                insert into shift_shift (area_code, account, begun_at, ended_at, generated)
                values (?, ?, ?, ?, ?)
                """,
                begun.area(),
                begun.account(),
                begun.begunAt(),
                begun.endedAtOrNull(),
                begun.generated());
    return new Shift(
        id,
        begun.area(),
        begun.account(),
        begun.begunAt(),
        begun.endedAtOrNull(),
        begun.generated());
  }

  @Override
  public void end(Tx tx, Caller caller, long id, Instant at) {
    JdbcTx.of(tx).update("update shift_shift set ended_at = ? where id = ?", at, id);
  }

  @Override
  public LogEntry write(Tx tx, Caller caller, LogEntry entry) {
    JdbcTx jdbc = JdbcTx.of(tx);
    ShiftHolds.hold(tx, List.of("log/" + entry.area()));
    int number =
        jdbc.queryOne(
                "select coalesce(max(number), 0) + 1 as n from shift_log where area_code = ?",
                row -> row.integer("n"),
                entry.area())
            .orElseThrow();
    long id =
        jdbc.insert(
            """
            insert into shift_log (area_code, number, kind, written_at, account, words,
              incident_number, corrects, handover_id, generated)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            entry.area(),
            number,
            entry.kind().word(),
            entry.at(),
            entry.account(),
            entry.text(),
            entry.link().incidentOrNull(),
            entry.link().correctsOrNull(),
            entry.link().handoverOrNull(),
            entry.generated());
    return new LogEntry(
        id,
        entry.area(),
        number,
        entry.kind(),
        entry.at(),
        entry.account(),
        entry.text(),
        entry.link(),
        entry.generated());
  }

  @Override
  public Optional<LogEntry> find(Tx tx, Caller caller, String area, int number) {
    Where where =
        new Where()
            .and("area_code = ?", area)
            .and("number = ?", number)
            .within("area_code", caller.scope());
    return entries(tx, where, 1).stream().findFirst();
  }

  @Override
  public List<LogEntry> log(Tx tx, Caller caller, String area, long before, int limit) {
    Where where =
        new Where()
            .and("id < ?", before)
            .below("area_code", area)
            .within("area_code", caller.scope());
    return entries(tx, where, limit);
  }

  private static List<LogEntry> entries(Tx tx, Where where, int limit) {
    return JdbcTx.of(tx)
        .query(
            "select * from shift_log" + where.sql() + " order by id desc limit ?",
            JdbcShiftStore::entry,
            where.parameters(limit));
  }

  private static LogEntry entry(Row row) throws SQLException {
    return new LogEntry(
        row.number("id"),
        row.string("area_code"),
        row.integer("number"),
        LogEntry.Kind.find(row.string("kind")).orElseThrow(),
        row.instant("written_at"),
        row.string("account"),
        row.string("words"),
        new LogEntry.Link(
            row.stringIfAny("incident_number").orElse(null),
            number(row),
            row.numberIfAny("handover_id").orElse(null)),
        row.flag("generated"));
  }

  private static @Nullable Integer number(Row row) throws SQLException {
    OptionalInt corrects = row.integerIfAny("corrects");
    return corrects.isPresent() ? corrects.getAsInt() : null;
  }

  @Override
  public boolean erase(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx).update("update shift_log set words = '' where id = ?", id) == 1;
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    for (String number : numbers) {
      JdbcTx.of(tx)
          .update(
              "update shift_log set words = replace(words, ?, ?) where words like ?",
              number,
              Masking.ERASED,
              Where.holding(number));
    }
  }
}
