package org.wangge.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was counted of a group of cases. Not thread-safe while it counts. */
public final class Tally {
  private static final int PLACES = 2;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
  private long minutes;

  /** What a case adds: worked out once, added wherever it belongs. */
  record Share(Set<Measure> measures, long minutes) {
    static Share of(Case one, Period.Span span) {
      Set<Measure> measures = EnumSet.allOf(Measure.class);
      measures.removeIf(measure -> !measure.counts(one, span));
      return new Share(
          measures,
          one.course().closedIn(span).map(round -> round.worked().toMinutes()).orElse(0L));
    }

    boolean isNothing() {
      return measures.isEmpty();
    }
  }

  void add(Share share) {
    for (Measure measure : share.measures()) {
      counts.merge(measure, 1, Integer::sum);
    }
    minutes += share.minutes();
  }

  /** How many cases count. */
  public int of(Measure measure) {
    return counts.getOrDefault(measure, 0);
  }

  /** Whether no case counts in anything. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** A figure of them. */
  public Value of(Figure figure) {
    return new Value(
        figure.isMean() ? minutes : of(figure.numerator()),
        figure.denominator().map(this::of).orElse(null),
        figure);
  }

  /**
   * A figure with what is above and below its line.
   *
   * @param numerator a count, or minutes
   * @param denominatorOrNull a count; null of a plain count
   * @param figure which
   */
  public record Value(long numerator, @Nullable Integer denominatorOrNull, Figure figure) {

    /** The share in per cent or the mean in minutes, to two places; empty if it is of nothing. */
    public Optional<BigDecimal> result() {
      Integer denominator = denominatorOrNull;
      if (denominator == null || denominator == 0) {
        return Optional.empty();
      }
      BigDecimal above = BigDecimal.valueOf(numerator);
      return Optional.of(
          (figure.isMean() ? above : above.multiply(WHOLE))
              .divide(BigDecimal.valueOf(denominator), PLACES, RoundingMode.HALF_UP));
    }
  }
}
