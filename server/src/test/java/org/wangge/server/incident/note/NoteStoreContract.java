package org.wangge.server.incident.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.note.Note;
import org.wangge.incident.note.NoteKind;
import org.wangge.server.incident.file.FileStoreContract;

/** What the store of spoken notes promises beyond, on either database. */
abstract class NoteStoreContract extends FileStoreContract<Note> {
  private final JdbcNoteStore store;

  NoteStoreContract() {
    this(new JdbcNoteStore());
  }

  private NoteStoreContract(JdbcNoteStore store) {
    super(store);
    this.store = store;
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
    FileUse use = new FileUse("one", null, 0, 1);
    assertThat(attach("a", use)).isTrue();
    assertThat(attach("a", new FileUse(null, "incident-1", 2, 1))).isFalse();
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
    change(tx -> store.add(tx, CALLER, note("long", CALLER.account(), T0), file));
    assertThat(file("long")).isEqualTo(file);
    assertThat(file("never")).isEmpty();
  }

  @Override
  protected void add(String id, Instant at) {
    add(note(id, CALLER.account(), at));
  }

  private void add(Note note) {
    change(tx -> store.add(tx, CALLER, note, new byte[] {1, 2, 3}));
  }

  private static Note note(String id, String sender, Instant at) {
    return new Note(id, new Note.Sound(NoteKind.WEBM, 3, 1_000), sender, at, null);
  }

  @Override
  protected boolean attach(String id, FileUse use) {
    return write(tx -> store.attach(tx, CALLER, id, use));
  }

  @Override
  protected boolean hasContent(String id) {
    return file(id).length > 0;
  }

  private byte[] file(String id) {
    return read(tx -> store.file(tx, CALLER, id));
  }
}
