package org.wangge.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;

/**
 * Counts the sessions of a calendar, a year at a time, each worked out when it is first asked for.
 */
final class WorkingLine implements TimeLine {
  /** No limit reaches farther; a calendar that does not come to it by then has stopped for good. */
  static final int HORIZON_YEARS = 100;

  private final CalendarRules rules;
  private final Map<LocalDate, SpecialDay> special;
  private final AtomicReferenceArray<@Nullable WorkingYear> years =
      new AtomicReferenceArray<>(Micros.YEAR_AFTER + HORIZON_YEARS + 1 - Micros.FIRST_YEAR);

  WorkingLine(CalendarRules rules) {
    this.rules = rules;
    special = rules.daysByDate();
  }

  private WorkingYear year(int year) {
    @Nullable WorkingYear known = years.get(year - Micros.FIRST_YEAR);
    if (known == null) {
      known = new WorkingYear(rules, special, year);
      years.set(year - Micros.FIRST_YEAR, known);
    }
    return known;
  }

  private static int yearOf(long at) {
    return LocalDate.ofEpochDay(Math.floorDiv(at, Micros.DAY)).getYear();
  }

  @Override
  public long counted(long from, long to) {
    int last = yearOf(to);
    long sum = year(last).until(to);
    int first = yearOf(from);
    for (int year = first; year < last; year++) {
      sum += year(year).total();
    }
    return sum - year(first).until(from);
  }

  @Override
  public long plus(long from, long amount) {
    int first = yearOf(from);
    long left = amount + year(first).until(from);
    for (int year = first; year <= first + HORIZON_YEARS; year++) {
      long total = year(year).total();
      if (left <= total) {
        return year(year).when(left);
      }
      left -= total;
    }
    throw new Invalid("calendar", "clock-never-runs", Map.of("years", HORIZON_YEARS));
  }

  @Override
  public List<Counted> intervals(long from, long to) {
    List<Counted> found = new ArrayList<>();
    int last = yearOf(to);
    for (int year = yearOf(from); year <= last; year++) {
      year(year).collect(from, to, found);
    }
    return found;
  }
}
