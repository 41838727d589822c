package org.wangge.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A clock as a line of text: limit, calendar, start, pauses, extensions and end, with bars between
 * them. {@code 4 working hours|usual@2|2026-03-02T01:00:00Z|2026-03-02T02:00:00Z/|…}
 */
final class CountdownText {
  private static final int PARTS = 6;

  private CountdownText() {}

  static String print(Countdown clock) {
    return String.join(
        "|",
        clock.limit().words(),
        clock.calendar().toString(),
        clock.started().toString(),
        clock.pauses().stream()
            .map(pause -> pause.from() + "/" + pause.to().map(Instant::toString).orElse(""))
            .collect(Collectors.joining(",")),
        clock.extensions().stream().map(Instant::toString).collect(Collectors.joining(",")),
        clock.stopped().map(Instant::toString).orElse(""));
  }

  static Countdown parse(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("no clock: " + line);
    }
    List<Pause> pauses = new ArrayList<>();
    for (String pause : list(parts[3])) {
      int slash = pause.indexOf('/');
      pauses.add(
          new Pause(Instant.parse(pause.substring(0, slash)), instant(pause.substring(slash + 1))));
    }
    return new Countdown(
        Limit.parse(parts[0]),
        CalendarVersion.parse(parts[1]),
        Instant.parse(parts[2]),
        pauses,
        list(parts[4]).stream().map(Instant::parse).toList(),
        instant(parts[5]));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private static @Nullable Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
