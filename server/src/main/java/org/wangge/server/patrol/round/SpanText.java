package org.wangge.server.patrol.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wangge.patrol.round.Span;

/** Times as the table keeps them: seconds after a begin, such as {@code 60-540,600-900}. */
final class SpanText {
  private static final int MOST = 150;

  private SpanText() {}

  /** Writes times in their order; where there are very many, those with least between as one. */
  static String print(Instant begin, List<Span> spans) {
    List<Span> few = spans;
    for (Duration pause = Duration.ofMinutes(1); few.size() > MOST; pause = pause.multipliedBy(2)) {
      few = joined(few, pause);
    }
    return few.stream()
        .map(span -> seconds(begin, span.from()) + "-" + seconds(begin, span.to()))
        .collect(Collectors.joining(","));
  }

  private static List<Span> joined(List<Span> spans, Duration pause) {
    List<Span> joined = new ArrayList<>();
    for (Span one : spans) {
      int last = joined.size() - 1;
      if (last >= 0 && Duration.between(joined.get(last).to(), one.from()).compareTo(pause) <= 0) {
        joined.set(last, new Span(joined.get(last).from(), one.to()));
      } else {
        joined.add(one);
      }
    }
    return joined;
  }

  private static long seconds(Instant begin, Instant at) {
    return Duration.between(begin, at).toSeconds();
  }

  static List<Span> parse(Instant begin, String text) {
    List<Span> spans = new ArrayList<>();
    if (text.isEmpty()) {
      return spans;
    }
    for (String one : text.split(",", -1)) {
      int dash = one.indexOf('-', 1);
      spans.add(
          new Span(
              begin.plusSeconds(Long.parseLong(one.substring(0, dash))),
              begin.plusSeconds(Long.parseLong(one.substring(dash + 1)))));
    }
    return spans;
  }
}
