package org.wangge.server.incident.note;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.note.Note;
import org.wangge.incident.note.NoteKind;
import org.wangge.incident.note.NoteStore;
import org.wangge.server.incident.file.JdbcFileStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Spoken notes in plain SQL for both databases. Thread-safe. */
final class JdbcNoteStore extends JdbcFileStore<Note> implements NoteStore {
  /** H2 keeps no value of more than a million bytes in a row. */
  private static final int LONGEST_PART = 500_000;

  JdbcNoteStore() {
    super("incident_note", "incident_note_part", "note_id");
  }

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
  public boolean attach(Tx tx, Caller caller, String id, FileUse use) {
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
  protected Note read(Row row, @Nullable FileUse useOrNull) throws SQLException {
    Note.Sound sound =
        new Note.Sound(
            NoteKind.find(row.string("kind")).orElseThrow(),
            row.integer("bytes"),
            row.integer("length_millis"));
    return new Note(
        row.string("id"), sound, row.string("sender"), row.instant("added_at"), useOrNull);
  }
}
