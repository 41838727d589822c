package org.wangge.shift;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * One entry of the log of an area. Entries are never changed: what is wrong is corrected by a
 * further one.
 *
 * @param id given by the store, from 1; 0 before
 * @param area code of an area of the tree
 * @param number counts the entries of the area, from 1; 0 before
 * @param kind what it is
 * @param at when
 * @param account by whom
 * @param text what was written; empty of what is kept by itself
 * @param link what it is about
 * @param generated whether it belongs to a demonstration
 */
public record LogEntry(
    long id,
    String area,
    int number,
    Kind kind,
    Instant at,
    String account,
    String text,
    Link link,
    boolean generated) {

  /**
   * What an entry is about.
   *
   * @param incidentOrNull number of an incident
   * @param correctsOrNull number of the entry it corrects
   * @param handoverOrNull id of a handover
   */
  public record Link(
      @Nullable String incidentOrNull,
      @Nullable Integer correctsOrNull,
      @Nullable Long handoverOrNull) {
    /** Nothing in particular. */
    public static final Link NONE = new Link(null, null, null);
  }

  /** What an entry is. */
  public enum Kind implements Word {
    /** 记事 */
    NOTE,
    /** 更正 */
    CORRECTION,
    /** 上班 */
    BEGUN,
    /** 下班 */
    ENDED,
    /** 交接 */
    HANDED_OVER;

    public static Optional<Kind> find(String word) {
      return Word.find(Kind.class, word);
    }
  }

  /** What is kept by itself. */
  static LogEntry of(Kind kind, Shift shift, Instant at, Link link) {
    return new LogEntry(0, shift.area(), 0, kind, at, shift.account(), "", link, shift.generated());
  }
}
