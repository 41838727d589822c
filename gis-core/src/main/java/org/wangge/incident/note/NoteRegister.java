package org.wangge.incident.note;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFiles;
import org.wangge.incident.IncidentStore;

/**
 * Notes that were spoken: staff hand them in, each waits a day for the report or deed it is for.
 * That there is one is known to all who may read reports; a voice tells who speaks, and what is
 * said in passing cannot be masked, so that it is heard only by who may see whole who reported.
 * Thread-safe.
 */
public final class NoteRegister implements IncidentFiles {
  /** At most so many go with one report or one deed. */
  public static final int MOST = 3;

  /** How long a note waits for what it is for: as long as the phone of its sender may be away. */
  static final Duration WAITS = Duration.ofHours(24);

  private final Transactions transactions;
  private final NoteStore store;
  private final IncidentStore incidents;
  private final int mostWaiting;

  /**
   * Makes the register.
   *
   * @param mostWaiting so many notes may wait at once
   */
  public NoteRegister(
      Transactions transactions, NoteStore store, IncidentStore incidents, int mostWaiting) {
    this.transactions = transactions;
    this.store = store;
    this.incidents = incidents;
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

  /** Removes those that have waited too long. Answers how many. */
  public int sweep(Caller caller) {
    Caller keeper = caller.with(Right.RUN);
    return transactions.write(keeper, tx -> store.removeWaiting(tx, tx.now().minus(WAITS)));
  }

  @Override
  public void attachToReport(
      Tx tx, Caller caller, Incident incident, String reportKey, List<String> ids) {
    attach(tx, caller, incident, ids, reportKey);
  }

  @Override
  public void attachToDeed(Tx tx, Caller caller, Incident changed, List<String> ids) {
    attach(tx, caller, changed, ids, null);
  }

  private void attach(
      Tx tx, Caller caller, Incident incident, List<String> ids, @Nullable String reportKey) {
    if (ids.size() > MOST) {
      throw new Invalid("notes", "notes-too-many", Map.of("given", ids.size(), "most", MOST));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      Note.Use use =
          reportKey == null
              ? new Note.Use(null, incident.id(), incident.version(), i + 1)
              : new Note.Use(reportKey, null, 0, i + 1);
      if (!seen.add(ids.get(i)) || !store.attach(tx, caller, ids.get(i), use)) {
        throw new Invalid("notes[" + i + "]", "note-unknown", Map.of("place", i + 1));
      }
    }
  }

  @Override
  public List<String> ofReport(Tx tx, Caller caller, String reportKey) {
    return store.ofReport(tx, caller, reportKey).stream().map(Note::id).toList();
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    store.removeOfReport(tx, caller, reportKey);
  }

  @Override
  public void eraseIncident(Tx tx, Caller caller, String incidentId) {
    store.removeOfIncident(tx, caller, incidentId);
  }

  /**
   * Those of an incident, the reports' first.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public List<Note> list(Caller caller, String incidentId) {
    return transactions.read(tx -> of(tx, caller.with(Right.READ_REPORTS), incidentId));
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
              of(tx, hearer, incidentId).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> new NotFound("note-not-there", Map.of()));
          return new Heard(note.sound().kind(), store.file(tx, hearer, id));
        });
  }

  private List<Note> of(Tx tx, Caller reader, String incidentId) {
    if (incidents.find(tx, reader, incidentId).isEmpty()) {
      throw new NotFound("incident-unknown", Map.of("id", incidentId));
    }
    return store.ofIncident(tx, reader, incidentId);
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
