package org.wangge.incident.note;

import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.file.FileStore;
import org.wangge.incident.file.FileUse;

/** Keeps notes and their sound. Thread-safe. */
public interface NoteStore extends FileStore<Note> {
  /** Adds a note that waits. Nothing changes where its id is there already. */
  void add(Tx tx, Caller caller, Note note, byte[] file);

  /** The file of a note; empty where there is no such note. */
  byte[] file(Tx tx, Caller caller, String id);

  /**
   * Puts a note of the caller's that waits with something.
   *
   * @return whether it waited, and was theirs
   */
  boolean attach(Tx tx, Caller caller, String id, FileUse use);
}
