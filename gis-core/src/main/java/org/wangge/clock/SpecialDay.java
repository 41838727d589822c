package org.wangge.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.wangge.fault.Invalid;
import org.wangge.word.Word;

/**
 * A day unlike those of its week.
 *
 * @param date which
 * @param kind in which way
 * @param sessions of a make-up day that has its own; without any it is worked as on the first
 *     working day of its week, which is what is meant by "Saturday works as a weekday"
 */
public record SpecialDay(LocalDate date, Kind kind, List<WorkSession> sessions) {

  /** In which way a day is unlike. */
  public enum Kind implements Word {
    /** 节假日: nobody works, whatever day of the week it is. */
    HOLIDAY,
    /** 调休上班日: worked, whatever day of the week it is. */
    MAKE_UP;
  }

  /**
   * @throws Invalid with code {@code holiday-sessions} for a holiday on which is worked
   */
  public SpecialDay {
    sessions = WorkSession.ofDay(sessions);
    if (kind == Kind.HOLIDAY && !sessions.isEmpty()) {
      throw new Invalid("days", "holiday-sessions", Map.of("date", date.toString()));
    }
  }

  public static SpecialDay holiday(LocalDate date) {
    return new SpecialDay(date, Kind.HOLIDAY, List.of());
  }

  /** A make-up day with the sessions of an ordinary working day. */
  public static SpecialDay makeUp(LocalDate date) {
    return new SpecialDay(date, Kind.MAKE_UP, List.of());
  }
}
