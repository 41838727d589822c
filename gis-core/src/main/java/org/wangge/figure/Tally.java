package org.wangge.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was counted of a group of cases. Not thread-safe while it counts. */
public final class Tally {
  private static final int PLACES = 2;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final Measure[] MEASURES = Measure.values();

  private final int[] counts = new int[MEASURES.length];
  private long minutes;

  /** What a case adds: worked out once, added wherever it belongs. */
  record Share(long measures, long minutes) {
    static Share of(Case one, Period.Span span) {
      long measures = 0;
      for (Measure measure : MEASURES) {
        measures |= measure.counts(one, span) ? 1L << measure.ordinal() : 0;
      }
      return new Share(
          measures,
          one.course().closedIn(span).map(round -> round.worked().toMinutes()).orElse(0L));
    }

    boolean isNothing() {
      return measures == 0;
    }
  }

  void add(Share share) {
    for (Measure measure : MEASURES) {
      counts[measure.ordinal()] += (int) (share.measures() >> measure.ordinal()) & 1;
    }
    minutes += share.minutes();
  }

  /** How many cases count. */
  public int of(Measure measure) {
    return counts[measure.ordinal()];
  }

  /** Whether no case counts in anything. */
  public boolean isEmpty() {
    for (int count : counts) {
      if (count > 0) {
        return false;
      }
    }
    return true;
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
