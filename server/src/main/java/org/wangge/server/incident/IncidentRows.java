package org.wangge.server.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Channel;
import org.wangge.incident.Clocks;
import org.wangge.incident.Incident;
import org.wangge.incident.Life;
import org.wangge.incident.Plea;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.incident.limit.StageClock;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** Rows of incidents: how one is written and read. */
final class IncidentRows {
  /** What is kept once and for all. */
  private static final List<String> LASTING =
      List.of("id", "number", "category", "priority", "channel", "reported_at", "generated");

  /** What changes when something is done. */
  private static final List<String> CHANGING =
      List.of(
          "version",
          "location",
          "grid_code",
          "filed_grid_code",
          "condition_code",
          "step",
          "standing",
          "filed_at",
          "dispatched_at",
          "due_at",
          "closed_at",
          "clock",
          "stage_clock",
          "stage_due_at",
          "total_clock",
          "total_due_at",
          "suspended_once",
          "suspended_until",
          "extension",
          "appeal");

  static final String INSERT =
      "insert into incident_incident (%s, %s) values (%s) on conflict do nothing"
          .formatted(
              String.join(", ", LASTING),
              String.join(", ", CHANGING),
              String.join(", ", Collections.nCopies(LASTING.size() + CHANGING.size(), "?")));

  static final String UPDATE =
      "update incident_incident set %s = ? where id = ? and version = ?"
          .formatted(String.join(" = ?, ", CHANGING));

  private IncidentRows() {}

  /** The values of {@link #INSERT}. */
  static @Nullable Object[] inserted(Incident incident) {
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.asList(
                incident.id(),
                incident.number(),
                incident.category(),
                incident.priority().word(),
                incident.channel().word(),
                incident.reportedAt(),
                incident.generated()));
    values.addAll(changing(incident));
    return values.toArray();
  }

  /** The values of {@link #UPDATE}. */
  static @Nullable Object[] updated(Incident incident) {
    List<@Nullable Object> values = new ArrayList<>(changing(incident));
    values.add(incident.id());
    values.add(incident.version() - 1);
    return values.toArray();
  }

  private static List<@Nullable Object> changing(Incident incident) {
    Life life = incident.life();
    Clocks clocks = life.clocks();
    return Arrays.asList(
        incident.version(),
        Points.toDegrees(incident.location()),
        incident.gridOrNull(),
        incident.filedInOrNull(),
        incident.condition(),
        incident.step().word(),
        life.standing().word(),
        life.filedOrNull(),
        life.handling().map(clock -> clock.countdown().started()).orElse(null),
        life.dueOrNull(),
        life.closedOrNull(),
        text(clocks.handlingOrNull()),
        text(clocks.waitingOrNull()),
        due(clocks.waitingOrNull()),
        text(clocks.totalOrNull()),
        due(clocks.totalOrNull()),
        life.suspendedOnce(),
        life.suspendedUntilOrNull(),
        life.extension().word(),
        life.appeal().word());
  }

  private static @Nullable String text(@Nullable StageClock clock) {
    return clock == null ? null : clock.print();
  }

  private static @Nullable Instant due(@Nullable StageClock clock) {
    return clock == null ? null : clock.due();
  }

  static Incident read(Row row) throws SQLException {
    return new Incident(
        row.string("id"),
        row.integer("version"),
        row.string("number"),
        row.string("category"),
        row.string("condition_code"),
        Priority.find(row.string("priority")).orElseThrow(),
        Channel.find(row.string("channel")).orElseThrow(),
        Points.onLattice(row.geometry("location").orElseThrow()),
        row.stringIfAny("grid_code").orElse(null),
        row.stringIfAny("filed_grid_code").orElse(null),
        row.instant("reported_at"),
        life(row),
        row.flag("generated"));
  }

  private static Life life(Row row) throws SQLException {
    return new Life(
        Standing.find(row.string("standing")).orElseThrow(),
        row.instantIfAny("filed_at").orElse(null),
        row.instantIfAny("due_at").orElse(null),
        row.instantIfAny("closed_at").orElse(null),
        new Clocks(
            clock(row, "stage_clock", "stage_due_at"),
            clock(row, "clock", "due_at"),
            clock(row, "total_clock", "total_due_at")),
        row.flag("suspended_once"),
        row.instantIfAny("suspended_until").orElse(null),
        Plea.find(row.string("extension")).orElseThrow(),
        Plea.find(row.string("appeal")).orElseThrow());
  }

  private static @Nullable StageClock clock(Row row, String column, String due)
      throws SQLException {
    Optional<String> text = row.stringIfAny(column);
    return text.isEmpty() ? null : StageClock.parse(text.get(), row.instant(due));
  }
}
