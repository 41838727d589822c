package org.wangge.server.incident.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.note.Note;
import org.wangge.incident.note.NoteKind;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What the store of spoken notes promises, on either database. */
abstract class NoteStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-02T00:30:00Z");

  private final JdbcNoteStore store = new JdbcNoteStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_note_waits_and_its_sender_alone_puts_it_with_one_thing_once() {
    report("one", "incident-1");
    Note mine = note("a", CALLER.account(), T0);
    add(mine);
    add(note("a", CALLER.account(), T0.plusSeconds(9)));
    add(note("b", "somebody", T0));
    assertThat(find("a")).as("the first stays").contains(mine);
    assertThat(read(store::waiting)).isEqualTo(2);
    Note.Use use = new Note.Use("one", null, 0, 1);
    assertThat(attach("a", use)).isTrue();
    assertThat(attach("a", new Note.Use(null, "incident-1", 2, 1))).isFalse();
    assertThat(attach("b", use)).as("of somebody else").isFalse();
    assertThat(attach("never", use)).isFalse();
    assertThat(find("a").orElseThrow().use()).contains(use);
    assertThat(read(store::waiting)).isEqualTo(1);
  }

  @Test
  void the_longest_file_comes_back_as_it_was() {
    byte[] file = new byte[Recording.LONGEST_FILE];
    for (int i = 0; i < file.length; i++) {
      file[i] = (byte) ((i * 31) >> 3);
    }
    write(
        tx -> {
          store.add(tx, CALLER, note("long", CALLER.account(), T0), file);
          return true;
        });
    assertThat(file("long")).isEqualTo(file);
    assertThat(file("never")).isEmpty();
  }

  @Test
  void the_notes_of_an_incident_are_those_of_its_reports_and_deeds_and_go_with_them() {
    report("one", "incident-1");
    report("other", "incident-2");
    for (String id : List.of("a", "b", "c", "d")) {
      add(note(id, CALLER.account(), T0));
    }
    attach("d", new Note.Use("one", null, 0, 1));
    attach("a", new Note.Use("one", null, 0, 2));
    attach("b", new Note.Use(null, "incident-1", 3, 1));
    attach("c", new Note.Use("other", null, 0, 1));
    assertThat(ids(tx -> store.ofIncident(tx, CALLER, "incident-1")))
        .containsExactly("d", "a", "b");
    assertThat(ids(tx -> store.ofReport(tx, CALLER, "one"))).containsExactly("d", "a");
    write(
        tx -> {
          store.removeOfReport(tx, CALLER, "other");
          store.removeOfIncident(tx, CALLER, "incident-1");
          return true;
        });
    for (String id : List.of("a", "b", "c", "d")) {
      assertThat(find(id)).as(id).isEmpty();
      assertThat(file(id)).as(id).isEmpty();
    }
  }

  @Test
  void only_what_waits_too_long_goes_by_itself() {
    report("one", "incident-1");
    for (int i = 0; i < 3; i++) {
      add(note("n" + i, CALLER.account(), T0.plusSeconds(i)));
    }
    attach("n0", new Note.Use("one", null, 0, 1));
    int swept = write(tx -> store.removeWaiting(tx, T0.plusSeconds(2)));
    assertThat(swept).isEqualTo(1);
    assertThat(find("n0")).isPresent();
    assertThat(find("n1")).isEmpty();
    assertThat(find("n2")).isPresent();
  }

  private void report(String key, String incident) {
    write(
        tx -> {
          JdbcTx jdbc = JdbcTx.of(tx);
          jdbc.update(
              """
              insert into incident_incident (id, number, category, step, priority, channel, location,
                grid_code, reported_at, generated)
              values (?, ?, 'noise', 'collect', 'ordinary', 'phone',
                cast('SRID=4326;POINT(1 2)' as geometry), null, ?, false)
              """,
              incident,
              incident,
              T0);
          return jdbc.update(
              """
              insert into incident_report (report_key, incident_id, category, channel, location,
                description, reported_at, generated)
              values (?, ?, 'noise', 'phone', cast('SRID=4326;POINT(1 2)' as geometry), '', ?, false)
              """,
              key,
              incident,
              T0);
        });
  }

  private static Note note(String id, String sender, Instant at) {
    return new Note(id, new Note.Sound(NoteKind.WEBM, 3, 1_000), sender, at, null);
  }

  private void add(Note note) {
    write(
        tx -> {
          store.add(tx, CALLER, note, new byte[] {1, 2, 3});
          return true;
        });
  }

  private boolean attach(String id, Note.Use use) {
    return write(tx -> store.attach(tx, CALLER, id, use));
  }

  private Optional<Note> find(String id) {
    return read(tx -> store.find(tx, CALLER, id));
  }

  private byte[] file(String id) {
    return read(tx -> store.file(tx, CALLER, id));
  }

  private List<String> ids(Function<Tx, List<Note>> work) {
    return read(work).stream().map(Note::id).toList();
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }
}
