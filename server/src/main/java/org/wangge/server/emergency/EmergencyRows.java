package org.wangge.server.emergency;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyCall;
import org.wangge.emergency.EmergencyContact;
import org.wangge.emergency.EmergencyGrid;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.emergency.EmergencyStanding;
import org.wangge.emergency.EmergencyTask;
import org.wangge.server.storage.Row;

/** Emergencies as rows. */
final class EmergencyRows {
  private EmergencyRows() {}

  /** Without its grids. */
  static Emergency bare(Row row) throws SQLException {
    Optional<Instant> ended = row.instantIfAny("ended_at");
    return new Emergency(
        row.number("id"),
        row.integer("version"),
        plan(row),
        List.of(),
        row.numberIfAny("campaign_id").orElse(null),
        new Emergency.Deed(row.instant("declared_at"), row.string("declared_by")),
        ended.isEmpty() ? null : new Emergency.Deed(ended.get(), row.string("ended_by")));
  }

  private static Emergency.Plan plan(Row row) throws SQLException {
    return new Emergency.Plan(
        row.string("title"),
        List.of(row.string("areas").split(" ")),
        row.integer("households_per_person"),
        contact(row),
        task(row),
        codes(row.string("urgent_categories")),
        row.flag("generated"));
  }

  /** Codes with blanks between; none of an empty text. */
  static List<String> codes(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static @Nullable EmergencyTask task(Row row) throws SQLException {
    Optional<String> text = row.stringIfAny("task_text");
    return text.isEmpty()
        ? null
        : new EmergencyTask(text.get(), row.flag("task_hazardous"), row.instant("task_until"));
  }

  private static EmergencyContact contact(Row row) throws SQLException {
    return new EmergencyContact(row.string("contact_name"), row.string("contact_phone"));
  }

  static Emergency whole(Emergency bare, List<EmergencyGrid> grids) {
    return new Emergency(
        bare.id(),
        bare.version(),
        bare.plan(),
        grids,
        bare.campaignOrNull(),
        bare.declared(),
        bare.endingOrNull());
  }

  static Emergency numbered(Emergency declared, long id) {
    return new Emergency(
        id,
        declared.version(),
        declared.plan(),
        declared.grids(),
        declared.campaignOrNull(),
        declared.declared(),
        declared.endingOrNull());
  }

  static EmergencyGrid grid(Row row) throws SQLException {
    return new EmergencyGrid(
        row.string("grid_code"),
        row.string("name"),
        row.integer("households"),
        row.integer("needed"),
        contact(row));
  }

  static EmergencyStanding standing(Row row) throws SQLException {
    return new EmergencyStanding(
        grid(row),
        row.integer("asked"),
        row.integer("confirmed"),
        row.integer("declined"),
        row.integer("doors"),
        row.integer("done"),
        row.integer("incidents"),
        row.integer("incidents_open"),
        row.integer("whistles"));
  }

  static EmergencyCall call(Row row) throws SQLException {
    Optional<Instant> at = row.instantIfAny("replied_at");
    return new EmergencyCall(
        row.number("emergency_id"),
        row.string("grid_code"),
        row.string("staff_code"),
        row.instant("asked_at"),
        at.isEmpty()
            ? null
            : new EmergencyCall.Reply(
                row.flag("comes"), row.flag("by_desk"), at.get(), row.string("replied_by")));
  }

  static EmergencyHappenings.Reported reported(Row row) throws SQLException {
    return new EmergencyHappenings.Reported(
        row.string("incident_id"),
        row.string("number"),
        row.string("category"),
        row.string("grid_code"),
        row.instant("reported_at"),
        row.string("standing"),
        row.flag("was_open"));
  }
}
