package org.wangge.whistle;

import java.time.Instant;
import org.wangge.word.Word;

/**
 * That a level was called.
 *
 * @param level which
 * @param cause why
 * @param at when
 * @param due by when somebody of it has to answer
 * @param account who asked for it; that of the program where it went by itself
 */
public record WhistleCall(
    WhistleLevel level, Cause cause, Instant at, Instant due, String account) {

  /** Why a level is called. */
  public enum Cause implements Word {
    /** Somebody blew. */
    BLOWN,
    /** The level before was silent. */
    SILENT,
    /** All of the level before have said that they cannot. */
    UNABLE,
    /** Somebody said that they come, and nobody came. */
    NOT_COME,
    /** In the level before is nobody. */
    NOBODY,
    /** Somebody asked for more. */
    ASKED
  }
}
