package org.wangge.footage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time, by this server's clock.
 *
 * @param from its first instant
 * @param to the first instant after it
 */
public record Span(Instant from, Instant to) {

  /** Refuses a stretch that ends before it begins. */
  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a stretch from %s to %s".formatted(from, to));
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public boolean isEmpty() {
    return from.equals(to);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** What lies in another stretch too; empty where they have nothing in common. */
  public Optional<Span> within(Span other) {
    Instant first = from.isAfter(other.from) ? from : other.from;
    Instant last = to.isBefore(other.to) ? to : other.to;
    return first.isBefore(last) ? Optional.of(new Span(first, last)) : Optional.empty();
  }

  /**
   * The same stretches in order, with those in one that overlap or lie no further apart than what
   * is no gap yet.
   */
  public static List<Span> joined(List<Span> spans, Duration noGap) {
    List<Span> out = new ArrayList<>();
    for (Span next : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      Span last = out.isEmpty() ? null : out.get(out.size() - 1);
      if (last == null || last.to.plus(noGap).isBefore(next.from)) {
        out.add(next);
      } else if (next.to.isAfter(last.to)) {
        out.set(out.size() - 1, new Span(last.from, next.to));
      }
    }
    return out;
  }

  /** What of this stretch none of the others covers, in order. */
  public List<Span> without(List<Span> others) {
    List<Span> out = new ArrayList<>();
    Instant begin = from;
    for (Span other : joined(others, Duration.ZERO)) {
      Span covered = other.within(this).orElse(null);
      if (covered != null) {
        if (begin.isBefore(covered.from)) {
          out.add(new Span(begin, covered.from));
        }
        begin = covered.to;
      }
    }
    if (begin.isBefore(to)) {
      out.add(new Span(begin, to));
    }
    return out;
  }
}
