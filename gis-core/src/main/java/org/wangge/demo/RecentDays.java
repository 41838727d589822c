package org.wangge.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.memory.LimitedMap;

/**
 * What belongs to a day, worked out when it is first asked for and kept for the days asked for
 * last. A day is worked out by one thread; who asks for it meanwhile waits, who asks for another
 * day does not. Thread-safe.
 *
 * @param <T> what belongs to a day; immutable
 */
final class RecentDays<T> {
  private final Function<LocalDate, T> workOut;
  private final Map<LocalDate, Day> days;

  /**
   * Begins with no day.
   *
   * @param most how many days are kept
   * @param workOut gives what belongs to a day; where it fails, the next who asks tries again
   */
  RecentDays(int most, Function<LocalDate, T> workOut) {
    this.workOut = workOut;
    days = LimitedMap.of(most);
  }

  T of(LocalDate date) {
    Day day;
    synchronized (days) {
      day = days.computeIfAbsent(date, Day::new);
    }
    return day.get();
  }

  private final class Day {
    private final LocalDate date;
    private volatile @Nullable T known;

    Day(LocalDate date) {
      this.date = date;
    }

    T get() {
      T ready = known;
      return ready != null ? ready : worked();
    }

    private synchronized T worked() {
      T ready = known;
      if (ready == null) {
        ready = workOut.apply(date);
        known = ready;
      }
      return ready;
    }
  }
}
