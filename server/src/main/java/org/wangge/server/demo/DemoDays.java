package org.wangge.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.wangge.server.config.Settings;

/** The days of the town, which are days of its own time zone. */
final class DemoDays {
  private DemoDays() {}

  /** Every day that has an instant of a span, from the first to the last. */
  static List<LocalDate> of(Instant after, Instant now) {
    LocalDate last = now.atZone(Settings.CHINA).toLocalDate();
    return Stream.iterate(
            after.atZone(Settings.CHINA).toLocalDate(),
            day -> !day.isAfter(last),
            day -> day.plusDays(1))
        .toList();
  }
}
