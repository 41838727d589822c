package org.wangge.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When is worked in an ordinary week, from a day on: places have other hours in summer.
 *
 * @param from first day of it
 * @param sessions of each day of the week, in their order; a day without any is not there
 */
public record WorkWeek(LocalDate from, Map<DayOfWeek, List<WorkSession>> sessions) {

  public WorkWeek {
    Map<DayOfWeek, List<WorkSession>> copied = new EnumMap<>(DayOfWeek.class);
    sessions.forEach(
        (day, ofDay) -> {
          if (!ofDay.isEmpty()) {
            copied.put(day, WorkSession.ofDay(ofDay));
          }
        });
    sessions = Map.copyOf(copied);
  }

  /** Monday to Friday with the same sessions. */
  public static WorkWeek fiveDays(LocalDate from, List<WorkSession> sessions) {
    Map<DayOfWeek, List<WorkSession>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        week.put(day, sessions);
      }
    }
    return new WorkWeek(from, week);
  }

  /** Sessions of a day of the week; none on a day off. */
  public List<WorkSession> on(DayOfWeek day) {
    return sessions.getOrDefault(day, List.of());
  }

  /** Sessions of the first day of the week, from Monday on, that has any. */
  public Optional<List<WorkSession>> firstWorkingDay() {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!on(day).isEmpty()) {
        return Optional.of(on(day));
      }
    }
    return Optional.empty();
  }
}
