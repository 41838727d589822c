package org.wangge.server.incident.note;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.note.Note;
import org.wangge.incident.note.NoteKind;
import org.wangge.incident.note.NoteStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Spoken notes in plain SQL for both databases. Thread-safe. */
final class JdbcNoteStore implements NoteStore {
  /** H2 keeps no value of more than a million bytes in a row. */
  private static final int LONGEST_PART = 500_000;

  private static final String OF_INCIDENT =
      """
      (incident_id = ? or report_key in
        (select r.report_key from incident_report r where r.incident_id = ? or r.incident_id in
          (select m.incident_id from incident_merge m where m.into_id = ?)))
      """;

  @Override
  public void add(Tx tx, Caller caller, Note note, byte[] file) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into incident_note (id, kind, bytes, length_millis, sender, added_at,
                  waiting_since, version, place)
                values (?, ?, ?, ?, ?, ?, ?, 0, 0)
                on conflict do nothing
                """,
                note.id(),
                note.sound().kind().word(),
                note.sound().bytes(),
                note.sound().lengthMillis(),
                note.sender(),
                note.addedAt(),
                note.addedAt());
    for (int from = 0, part = 0; added > 0 && from < file.length; from += LONGEST_PART, part++) {
      JdbcTx.of(tx)
          .update(
              "insert into incident_note_part (note_id, part, sound) values (?, ?, ?)",
              note.id(),
              part,
              Arrays.copyOfRange(file, from, Math.min(file.length, from + LONGEST_PART)));
    }
  }

  @Override
  public Optional<Note> find(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx)
        .queryOne("select * from incident_note where id = ?", JdbcNoteStore::read, id);
  }

  @Override
  public byte[] file(Tx tx, Caller caller, String id) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    JdbcTx.of(tx)
        .query(
            "select sound from incident_note_part where note_id = ? order by part",
            row -> row.bytes("sound"),
            id)
        .forEach(file::writeBytes);
    return file.toByteArray();
  }

  @Override
  public boolean attach(Tx tx, Caller caller, String id, Note.Use use) {
    return JdbcTx.of(tx)
            .update(
                """
                update incident_note
                set waiting_since = null, report_key = ?, incident_id = ?, version = ?, place = ?
                where id = ? and sender = ? and waiting_since is not null
                """,
                use.reportKeyOrNull(),
                use.incidentIdOrNull(),
                use.version(),
                use.place(),
                id,
                caller.account())
        == 1;
  }

  @Override
  public List<Note> ofReport(Tx tx, Caller caller, String reportKey) {
    return JdbcTx.of(tx)
        .query(
            "select * from incident_note where report_key = ? order by place",
            JdbcNoteStore::read,
            reportKey);
  }

  @Override
  public List<Note> ofIncident(Tx tx, Caller caller, String incidentId) {
    return JdbcTx.of(tx)
        .query(
            "select * from incident_note where "
                + OF_INCIDENT
                + "order by version, report_key, place",
            JdbcNoteStore::read,
            incidentId,
            incidentId,
            incidentId);
  }

  @Override
  public int waiting(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select count(*) as many from incident_note where waiting_since is not null",
            row -> row.integer("many"))
        .orElseThrow();
  }

  @Override
  public int removeWaiting(Tx tx, Instant before) {
    return remove(tx, "waiting_since < ?", before);
  }

  @Override
  public void removeOfReport(Tx tx, Caller caller, String reportKey) {
    remove(tx, "report_key = ?", reportKey);
  }

  @Override
  public void removeOfIncident(Tx tx, Caller caller, String incidentId) {
    remove(tx, OF_INCIDENT, incidentId, incidentId, incidentId);
  }

  private static int remove(Tx tx, String condition, @Nullable Object... parameters) {
    JdbcTx.of(tx)
        .update(
            "delete from incident_note_part where note_id in (select id from incident_note where "
                + condition
                + ")",
            parameters);
    return JdbcTx.of(tx).update("delete from incident_note where " + condition, parameters);
  }

  private static Note read(Row row) throws SQLException {
    Note.Sound sound =
        new Note.Sound(
            NoteKind.find(row.string("kind")).orElseThrow(),
            row.integer("bytes"),
            row.integer("length_millis"));
    Note.Use use =
        new Note.Use(
            row.stringIfAny("report_key").orElse(null),
            row.stringIfAny("incident_id").orElse(null),
            row.integer("version"),
            row.integer("place"));
    return new Note(
        row.string("id"),
        sound,
        row.string("sender"),
        row.instant("added_at"),
        row.instantIfAny("waiting_since").isPresent() ? null : use);
  }
}
