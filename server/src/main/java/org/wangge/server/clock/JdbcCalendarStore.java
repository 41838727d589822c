package org.wangge.server.clock;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarStore;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.SpecialDay;
import org.wangge.clock.WorkSession;
import org.wangge.clock.WorkWeek;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.word.Word;

/** Calendars in plain SQL for both databases. Thread-safe. */
public final class JdbcCalendarStore implements CalendarStore {

  @Override
  public List<CalendarEdition> list(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query(
            "select edition from clock_calendar order by area_code, code",
            row -> row.number("edition"))
        .stream()
        .map(number -> get(tx, caller, number))
        .toList();
  }

  @Override
  public Optional<CalendarEdition> find(Tx tx, Caller caller, String code) {
    return JdbcTx.of(tx)
        .queryOne(
            "select edition from clock_calendar where code = ?", row -> row.number("edition"), code)
        .map(number -> get(tx, caller, number));
  }

  @Override
  public Optional<Long> number(Tx tx, Caller caller, CalendarVersion version) {
    return JdbcTx.of(tx)
        .queryOne(
            "select id from clock_calendar_edition where code = ? and version = ?",
            row -> row.number("id"),
            version.code(),
            version.version());
  }

  @Override
  public long numberIn(Tx tx, Caller caller, String area) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select edition from clock_calendar
            where in_force and area_code = substring(cast(? as varchar(40)), 1, length(area_code))
            order by length(area_code) desc
            """,
            row -> row.number("edition"),
            area)
        .orElseThrow();
  }

  @Override
  public CalendarEdition get(Tx tx, Caller caller, long number) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<WorkWeek> weeks = weeks(jdbc, number);
    List<SpecialDay> days =
        jdbc.query(
            """
            select special_day, kind, sessions from clock_calendar_day
            where edition = ? order by special_day
            """,
            JdbcCalendarStore::day,
            number);
    return jdbc.queryOne(
            "select * from clock_calendar_edition where id = ?",
            row -> edition(row, weeks, days),
            number)
        .orElseThrow();
  }

  private static CalendarEdition edition(Row row, List<WorkWeek> weeks, List<SpecialDay> days)
      throws SQLException {
    return new CalendarEdition(
        row.number("id"),
        new CalendarVersion(row.string("code"), row.integer("version")),
        row.string("area_code"),
        row.string("name"),
        row.instant("since"),
        row.flag("in_force"),
        new CalendarRules(ZoneId.of(row.string("zone")), weeks, days));
  }

  private static SpecialDay day(Row row) throws SQLException {
    return new SpecialDay(
        LocalDate.parse(row.string("special_day")),
        Word.find(SpecialDay.Kind.class, row.string("kind")).orElseThrow(),
        WorkSession.parseAll(row.string("sessions")));
  }

  /** A row of a week. */
  private record WeekDay(LocalDate from, DayOfWeek day, List<WorkSession> sessions) {
    static WeekDay of(Row row) throws SQLException {
      return new WeekDay(
          LocalDate.parse(row.string("from_day")),
          DayOfWeek.of(row.integer("weekday")),
          WorkSession.parseAll(row.string("sessions")));
    }
  }

  private static List<WorkWeek> weeks(JdbcTx tx, long number) {
    Map<LocalDate, Map<DayOfWeek, List<WorkSession>>> weeks = new LinkedHashMap<>();
    tx.query(
            """
            select from_day, weekday, sessions from clock_calendar_week
            where edition = ? order by from_day, weekday
            """,
            WeekDay::of,
            number)
        .forEach(
            row ->
                weeks
                    .computeIfAbsent(row.from(), from -> new EnumMap<>(DayOfWeek.class))
                    .put(row.day(), row.sessions()));
    List<WorkWeek> found = new ArrayList<>();
    weeks.forEach((from, sessions) -> found.add(new WorkWeek(from, sessions)));
    return found;
  }

  @Override
  public CalendarEdition add(Tx tx, Caller caller, CalendarEdition first, ChangeReason reason) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into clock_calendar (code, area_code, version, in_force, edition)
                values (?, ?, ?, ?, 0) on conflict do nothing
                """,
                first.id().code(),
                first.area(),
                first.id().version(),
                first.inForce());
    if (added == 0) {
      throw new Conflict("calendar-taken", Map.of("code", first.id().code(), "area", first.area()));
    }
    return keep(tx, caller, first, reason);
  }

  @Override
  public CalendarEdition change(
      Tx tx, Caller caller, CalendarEdition next, int ifVersion, ChangeReason reason) {
    int moved =
        JdbcTx.of(tx)
            .update(
                """
                update clock_calendar set version = ?, in_force = ? where code = ? and version = ?
                """,
                next.id().version(),
                next.inForce(),
                next.id().code(),
                ifVersion);
    if (moved == 0) {
      int newest = find(tx, caller, next.id().code()).orElseThrow().id().version();
      throw Conflict.version(ifVersion, newest);
    }
    return keep(tx, caller, next, reason);
  }

  /** Writes an edition whose calendar this transaction has moved on to it. */
  private static CalendarEdition keep(
      Tx tx, Caller caller, CalendarEdition edition, ChangeReason reason) {
    JdbcTx jdbc = JdbcTx.of(tx);
    long number =
        jdbc.insert(
            """
            insert into clock_calendar_edition (code, version, area_code, name, since, in_force,
              zone, reason, account)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            edition.id().code(),
            edition.id().version(),
            edition.area(),
            edition.name(),
            edition.since(),
            edition.inForce(),
            edition.rules().zone().getId(),
            reason.text(),
            caller.account());
    jdbc.updateAll(
        "insert into clock_calendar_week (edition, from_day, weekday, sessions) values (?, ?, ?, ?)",
        weekRows(number, edition.rules()));
    jdbc.updateAll(
        "insert into clock_calendar_day (edition, special_day, kind, sessions) values (?, ?, ?, ?)",
        dayRows(number, edition.rules()));
    jdbc.update(
        "update clock_calendar set edition = ? where code = ?", number, edition.id().code());
    return new CalendarEdition(
        number,
        edition.id(),
        edition.area(),
        edition.name(),
        edition.since(),
        edition.inForce(),
        edition.rules());
  }

  private static List<@Nullable Object[]> weekRows(long number, CalendarRules rules) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (WorkWeek week : rules.weeks()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        rows.add(
            new Object[] {number, week.from(), day.getValue(), WorkSession.words(week.on(day))});
      }
    }
    return rows;
  }

  private static List<@Nullable Object[]> dayRows(long number, CalendarRules rules) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (SpecialDay day : rules.days()) {
      rows.add(
          new Object[] {number, day.date(), day.kind().word(), WorkSession.words(day.sessions())});
    }
    return rows;
  }
}
