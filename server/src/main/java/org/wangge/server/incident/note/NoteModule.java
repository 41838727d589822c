package org.wangge.server.incident.note;

import org.wangge.event.Transactions;
import org.wangge.incident.IncidentFiles;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportTokens;
import org.wangge.incident.note.NoteRegister;
import org.wangge.server.incident.file.FileSweeper;

/** Puts spoken notes together. */
public final class NoteModule implements AutoCloseable {
  /** A gigabyte at most. */
  private static final int MOST_WAITING = 500;

  private final NoteRegister register;
  private final NoteHttp http;
  private final FileSweeper sweeper;

  /**
   * Puts it together.
   *
   * @param tokens makes ids of keys
   */
  public NoteModule(Transactions transactions, IncidentStore incidents, ReportTokens tokens) {
    register = new NoteRegister(transactions, new JdbcNoteStore(), incidents, MOST_WAITING);
    sweeper = new FileSweeper(register, "spoken notes");
    http = new NoteHttp(register, key -> "note-" + tokens.tokenOf("note " + key));
  }

  /** Begins to remove what has waited too long. */
  public void start() {
    sweeper.start();
  }

  /** The notes, for whoever has something to put them with. */
  public IncidentFiles notes() {
    return register;
  }

  public NoteHttp http() {
    return http;
  }

  @Override
  public void close() {
    sweeper.close();
  }
}
