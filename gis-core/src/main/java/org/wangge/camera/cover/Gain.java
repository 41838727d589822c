package org.wangge.camera.cover;

import java.util.Comparator;

/**
 * What is seen that nobody sees without.
 *
 * @param thousandths households, in thousandths, by the share of the ground around their houses
 * @param squareCentimeters ground outdoors
 */
public record Gain(long thousandths, long squareCentimeters) implements Comparable<Gain> {
  static final Gain NONE = new Gain(0, 0);

  private static final Comparator<Gain> ORDER =
      Comparator.comparingLong(Gain::thousandths).thenComparingLong(Gain::squareCentimeters);

  /** Households, see {@link GridGround}. */
  public double households() {
    return (double) thousandths / GridGround.THOUSANDTHS;
  }

  /** Ground outdoors. */
  public double squareMeters() {
    return squareCentimeters / GridGround.SQUARE_CENTIMETERS;
  }

  Gain and(Gain other) {
    return new Gain(thousandths + other.thousandths, squareCentimeters + other.squareCentimeters);
  }

  boolean isNone() {
    return thousandths == 0 && squareCentimeters == 0;
  }

  /** More households first counts, then more ground. */
  @Override
  public int compareTo(Gain other) {
    return ORDER.compare(this, other);
  }
}
