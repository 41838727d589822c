package org.wangge.server.alarm;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.alarm.Alarm;
import org.wangge.alarm.AlarmCause;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmPlace;
import org.wangge.alarm.AlarmPriority;
import org.wangge.alarm.Shelf;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** Alarms and shelves as rows. */
final class AlarmRows {
  static final String INSERT =
      """
      insert into alarm_alarm (event_number, kind, priority, subject, source, incident_id, detail,
        grid_code, location, happened_at, rung_at, showing, pushed, shelved, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private AlarmRows() {}

  static @Nullable Object[] values(Alarm alarm) {
    AlarmCause cause = alarm.cause();
    return new @Nullable Object[] {
      cause.event(),
      cause.kind().word(),
      alarm.priority().word(),
      cause.subject(),
      cause.source(),
      cause.incidentId(),
      cause.detail(),
      cause.place().grid(),
      Points.toDegrees(cause.place().at()),
      cause.at(),
      alarm.rungAt(),
      alarm.showing().word(),
      alarm.pushed(),
      alarm.shelved(),
      alarm.state().word()
    };
  }

  static Alarm alarm(Row row) throws SQLException {
    Optional<Instant> seen = row.instantIfAny("acknowledged_at");
    return new Alarm(
        row.number("id"),
        new AlarmCause(
            AlarmKind.find(row.string("kind")).orElseThrow(),
            row.string("subject"),
            row.string("source"),
            row.string("incident_id"),
            row.string("detail"),
            place(row),
            row.number("event_number"),
            row.instant("happened_at")),
        priority(row),
        row.instant("rung_at"),
        Alarm.Showing.find(row.string("showing")).orElseThrow(),
        row.flag("pushed"),
        row.flag("shelved"),
        Alarm.State.find(row.string("state")).orElseThrow(),
        seen.isEmpty() ? null : new Alarm.Acknowledged(seen.get(), row.string("acknowledged_by")),
        row.instantIfAny("cleared_at").orElse(null));
  }

  static AlarmPlace place(Row row) throws SQLException {
    return new AlarmPlace(
        row.string("grid_code"), Points.onLattice(row.geometry("location").orElseThrow()));
  }

  static AlarmPriority priority(Row row) throws SQLException {
    return AlarmPriority.find(row.string("priority")).orElseThrow();
  }

  static Shelf shelf(Row row) throws SQLException {
    return new Shelf(
        row.number("id"),
        row.stringIfAny("kind").flatMap(AlarmKind::find).orElse(null),
        row.string("area_code"),
        row.instant("shelved_at"),
        row.instant("until_at"),
        Shelf.Reason.find(row.string("reason")).orElseThrow(),
        row.string("shelved_by"),
        row.instantIfAny("ended_at").orElse(null));
  }
}
