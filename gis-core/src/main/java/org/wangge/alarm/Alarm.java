package org.wangge.alarm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * Something that rang. It stays in the log for ever. Immutable and pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param cause why
 * @param priority how much it matters, by the rule that was in force
 * @param rungAt when it was put before the desk
 * @param showing how it was shown when it rang
 * @param pushed whether it began a row that was pushed to the pages
 * @param shelved whether it was kept from the desk when it rang
 * @param state how it stands
 * @param acknowledgedOrNull by whom it was seen; null by nobody
 * @param clearedAtOrNull since when its matter is over; null while it is not
 */
public record Alarm(
    long id,
    AlarmCause cause,
    AlarmPriority priority,
    Instant rungAt,
    Showing showing,
    boolean pushed,
    boolean shelved,
    State state,
    @Nullable Acknowledged acknowledgedOrNull,
    @Nullable Instant clearedAtOrNull) {

  /** How an alarm was shown when it rang. */
  public enum Showing implements Word {
    /** In a row of its own. */
    ALONE,
    /** With others of the same source, which chatters. */
    SOURCE,
    /** In a flood, with others of the same grid and kind. */
    GROUP,
    /** In a flood, with all for which no row was left. */
    REST;

    public static Optional<Showing> find(String word) {
      return Word.find(Showing.class, word);
    }
  }

  /** How an alarm stands. */
  public enum State implements Word {
    /** 待确认 */
    STANDING,
    /** 已确认: somebody has seen it; its matter is not over. */
    ACKNOWLEDGED,
    /** 已消除: its matter is over. */
    CLEARED;

    public static Optional<State> find(String word) {
      return Word.find(State.class, word);
    }
  }

  /**
   * That somebody has seen it.
   *
   * @param at when
   * @param account who
   */
  public record Acknowledged(Instant at, String account) {}

  static Alarm rung(
      AlarmCause cause, AlarmPriority priority, Instant now, AlarmFlow.Decision decision) {
    return new Alarm(
        0,
        cause,
        priority,
        now,
        decision.showing(),
        decision.pushed(),
        decision.shelved(),
        State.STANDING,
        null,
        null);
  }

  public boolean isEmergency() {
    return priority == AlarmPriority.EMERGENCY;
  }

  /** What gathers it with others of its grid and kind. */
  public String group() {
    return group(cause.place().grid(), cause.kind());
  }

  static String group(String grid, AlarmKind kind) {
    return "group~" + grid + "~" + kind.word();
  }

  static String source(String source) {
    return "source~" + source;
  }

  /** The same with the id that it was given. */
  public Alarm numbered(long given) {
    return new Alarm(
        given,
        cause,
        priority,
        rungAt,
        showing,
        pushed,
        shelved,
        state,
        acknowledgedOrNull,
        clearedAtOrNull);
  }
}
