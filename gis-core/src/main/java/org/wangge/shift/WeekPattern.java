package org.wangge.shift;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.fault.Invalid;

/**
 * The hours of a post by the days of the week, as the clocks of the place show them. Immutable.
 *
 * @param days on which it begins
 * @param from when
 * @param to when it ends: on the next day where that is not after {@code from}
 */
public record WeekPattern(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  /** So many days can be filled at once. */
  public static final int MOST_DAYS = 92;

  public WeekPattern {
    days = Set.copyOf(days);
  }

  /**
   * The times of it in some days.
   *
   * @param last still of it
   * @throws Invalid with code {@code shift-days} where no day is left, or too many are
   */
  public List<DutySpan> over(LocalDate first, LocalDate last, ZoneId zone) {
    long count = ChronoUnit.DAYS.between(first, last) + 1;
    List<DutySpan> spans = new ArrayList<>();
    if (count > 0 && count <= MOST_DAYS) {
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        if (days.contains(day.getDayOfWeek())) {
          spans.add(on(day, zone));
        }
      }
    }
    if (spans.isEmpty()) {
      throw new Invalid("days", "shift-days", Map.of("most", MOST_DAYS));
    }
    return spans;
  }

  private DutySpan on(LocalDate day, ZoneId zone) {
    LocalDate end = to.isAfter(from) ? day : day.plusDays(1);
    return new DutySpan(
        day.atTime(from).atZone(zone).toInstant(), end.atTime(to).atZone(zone).toInstant());
  }
}
