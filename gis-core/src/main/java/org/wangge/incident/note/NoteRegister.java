package org.wangge.incident.note;

import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.file.FileRegister;
import org.wangge.incident.file.FileUse;

/**
 * Notes that were spoken: staff hand them in, each waits a day for the report or deed it is for.
 * That there is one is known to all who may read reports; a voice tells who speaks, and what is
 * said in passing cannot be masked, so that it is heard only by who may see whole who reported.
 * Thread-safe.
 */
public final class NoteRegister extends FileRegister<Note> {
  /** At most so many go with one report or one deed. */
  public static final int MOST = 3;

  private final Transactions transactions;
  private final NoteStore store;
  private final int mostWaiting;

  /**
   * Makes the register.
   *
   * @param mostWaiting so many notes may wait at once
   */
  public NoteRegister(
      Transactions transactions, NoteStore store, IncidentStore incidents, int mostWaiting) {
    super(transactions, store, incidents, MOST);
    this.transactions = transactions;
    this.store = store;
    this.mostWaiting = mostWaiting;
  }

  /** One that the caller has handed in already under an id. */
  public Optional<Note> find(Caller caller, String id) {
    return transactions
        .read(tx -> store.find(tx, caller, id))
        .filter(note -> note.sender().equals(caller.account()));
  }

  /**
   * Keeps a note until it is put with something. The same again changes nothing.
   *
   * @param id its own; nobody can guess it
   * @return as it is kept; empty when too many wait, for now
   */
  public Optional<Note> add(Caller caller, String id, Note.Sound sound, byte[] file) {
    Caller sender = caller.with(Right.TAKE_REPORTS);
    return transactions.write(
        caller,
        tx -> {
          if (store.waiting(tx) >= mostWaiting) {
            return Optional.empty();
          }
          store.add(tx, sender, new Note(id, sound, caller.account(), tx.now(), null), file);
          return store.find(tx, sender, id);
        });
  }

  @Override
  protected boolean attach(Tx tx, Caller caller, String id, FileUse use, Incident incident) {
    return store.attach(tx, caller, id, use);
  }

  @Override
  protected Invalid tooMany(int given, int most) {
    return new Invalid("notes", "notes-too-many", Map.of("given", given, "most", most));
  }

  @Override
  protected Invalid unknown(int place) {
    return new Invalid("notes[" + (place - 1) + "]", "note-unknown", Map.of("place", place));
  }

  /**
   * A note of an incident, to be heard.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not hear what
   *     belongs to it, or {@code note-not-there}
   */
  public Heard hear(Caller caller, String incidentId, String id) {
    Caller hearer = caller.with(Right.HEAR_NOTES);
    return transactions.read(
        tx -> {
          Note note =
              ofIncident(tx, hearer, incidentId).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> new NotFound("note-not-there", Map.of()));
          return new Heard(note.sound().kind(), store.file(tx, hearer, id));
        });
  }

  /** A note with its sound. Nobody changes the array. */
  public static final class Heard {
    private final NoteKind kind;
    private final byte[] file;

    Heard(NoteKind kind, byte[] file) {
      this.kind = kind;
      this.file = file;
    }

    public NoteKind kind() {
      return kind;
    }

    public byte[] file() {
      return file;
    }
  }
}
