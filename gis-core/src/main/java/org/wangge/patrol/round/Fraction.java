package org.wangge.patrol.round;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far along a straight way, exactly: from 0, its begin, to 1, its end. Not brought to lowest
 * terms, so it is compared and not held equal.
 *
 * @param part 0 up to {@code whole}
 * @param whole more than 0
 */
record Fraction(BigInteger part, BigInteger whole) implements Comparable<Fraction> {
  static final Fraction BEGIN = of(0, 1);
  static final Fraction END = of(1, 1);

  /** Of two numbers of which the second may be negative, but not 0. */
  static Fraction of(long part, long whole) {
    return whole < 0
        ? new Fraction(BigInteger.valueOf(part).negate(), BigInteger.valueOf(whole).negate())
        : new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole));
  }

  boolean isOnTheWay() {
    return part.signum() >= 0 && part.compareTo(whole) <= 0;
  }

  /** Half way between two. */
  Fraction middle(Fraction other) {
    return new Fraction(
        part.multiply(other.whole).add(other.part.multiply(whole)),
        whole.multiply(other.whole).shiftLeft(1));
  }

  /** So much of a time, the rest of a microsecond cut off. */
  Duration of(Duration time) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(time));
    return Duration.of(
        part.multiply(BigInteger.valueOf(micros)).divide(whole).longValueExact(),
        ChronoUnit.MICROS);
  }

  double value() {
    return new BigDecimal(part).divide(new BigDecimal(whole), MathContext.DECIMAL64).doubleValue();
  }

  @Override
  public int compareTo(Fraction other) {
    return part.multiply(other.whole).compareTo(other.part.multiply(whole));
  }

  boolean isAt(Fraction other) {
    return compareTo(other) == 0;
  }
}
