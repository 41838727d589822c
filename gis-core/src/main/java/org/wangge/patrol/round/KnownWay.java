package org.wangge.patrol.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.geo.Geodesy;
import org.wangge.patrol.Fix;

/**
 * What fixes tell of where somebody went in some times: straight legs between two that follow each
 * other, and silences, which nobody bridges. Immutable.
 *
 * @param legs in their order, those alone that lie in the times
 * @param silences between two fixes, cut to the times
 * @param fixes how many lie in the times
 */
record KnownWay(List<Leg> legs, List<Span> silences, int fixes) {
  /** Fixes so long before and after a time still tell that the phone was on. */
  static final Duration MARGIN = Duration.ofMinutes(30);

  /**
   * A straight way from one fix to the next.
   *
   * @param within the part of its time that counts
   */
  record Leg(Fix from, Fix to, Span within) {
    Duration time() {
      return Duration.between(from.at(), to.at());
    }

    double meters() {
      return Geodesy.distanceMeters(from.location(), to.location());
    }

    /** When a part of it was gone, as far as that counts. */
    Optional<Span> timeOf(GridGround.Part part) {
      return new Span(from.at().plus(part.from().of(time())), from.at().plus(part.to().of(time())))
          .and(within);
    }

    /** What share of it an instant has behind. */
    double share(Instant at) {
      return (double) Duration.between(from.at(), at).toNanos() / time().toNanos();
    }
  }

  /**
   * Of fixes.
   *
   * @param fixes each later than the one before
   * @param spans when somebody was to walk, in their order
   */
  static KnownWay of(List<Fix> fixes, List<Span> spans) {
    List<Leg> legs = new ArrayList<>();
    List<Span> silences = new ArrayList<>();
    int heard = 0;
    for (Span span : spans) {
      Span near = new Span(span.from().minus(MARGIN), span.to().plus(MARGIN));
      List<Fix> around = fixes.stream().filter(fix -> isIn(near, fix)).toList();
      heard += (int) around.stream().filter(fix -> isIn(span, fix)).count();
      for (int i = 1; i < around.size(); i++) {
        Fix before = around.get(i - 1);
        Fix next = around.get(i);
        Span between = new Span(before.at(), next.at());
        if (next.isAfterSilence(before)) {
          between.and(span).ifPresent(silences::add);
        } else if (!next.isJumpFrom(before)) {
          between.and(span).ifPresent(within -> legs.add(new Leg(before, next, within)));
        }
      }
    }
    return new KnownWay(List.copyOf(legs), List.copyOf(silences), heard);
  }

  private static boolean isIn(Span span, Fix fix) {
    return !fix.at().isBefore(span.from()) && fix.at().isBefore(span.to());
  }

  /** How long it is known where they were. */
  Duration heard() {
    return legs.stream().map(leg -> leg.within().length()).reduce(Duration.ZERO, Duration::plus);
  }

  /** How long the phone said nothing. */
  Duration silent() {
    return silences.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  double meters() {
    return legs.stream()
        .mapToDouble(
            leg -> leg.meters() * (leg.share(leg.within().to()) - leg.share(leg.within().from())))
        .sum();
  }
}
