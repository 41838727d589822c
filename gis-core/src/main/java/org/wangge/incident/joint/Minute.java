package org.wangge.incident.joint;

import java.time.Instant;
import java.util.Optional;
import org.wangge.word.Word;

/**
 * A line of the minutes (会议纪要): whatever is written of a joint handling is one, in the order in
 * which it came. None is ever changed.
 *
 * @param number from 1
 * @param kind what it is
 * @param at when
 * @param account by whom: the id of an account
 * @param text what was written; empty where nothing was, or it was erased
 * @param duty number of the duty it is about; 0 for none
 */
public record Minute(int number, Kind kind, Instant at, String account, String text, int duty) {

  /** What a line is. */
  public enum Kind implements Word {
    /** Why it is handled jointly; always the first. */
    CONVENED,
    /** Something that was said. */
    SAID,
    /** The decision; there is at most one. */
    DECIDED,
    /** A duty is done. */
    DONE;

    public static Optional<Kind> find(String word) {
      return Word.find(Kind.class, word);
    }
  }

  Minute reading(String other) {
    return new Minute(number, kind, at, account, other, duty);
  }
}
