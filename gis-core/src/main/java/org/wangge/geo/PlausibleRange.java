package org.wangge.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * What numbers a coordinate system can plausibly hold, so that a mistake is refused rather than
 * drawn in the wrong sea.
 *
 * @param allowed every value lies in it
 * @param home where the areas of this product lie: China
 * @param emptyNorthOf from this y on, nobody lives where swapped values of home would fall
 */
record PlausibleRange(Envelope allowed, Envelope home, double emptyNorthOf) {
  static final String NOT_A_NUMBER = "coordinate-not-a-number";
  static final String OUT_OF_RANGE = "coordinate-out-of-range";
  static final String SWAPPED = "axes-swapped";

  /** China with its seas; outside, the shifted systems have no meaning. Degrees. */
  static final Envelope CHINA = new Envelope(72.004, 137.8347, 0.8293, 55.8271);

  /**
   * The globe in degrees. Half of China swapped is a latitude beyond 90°; the rest (west of 90° E)
   * would land in the Arctic Ocean between Greenland and Novaya Zemlya, so that is refused too, at
   * the price of Svalbard.
   */
  static final PlausibleRange WORLD =
      new PlausibleRange(new Envelope(-180, 180, -90, 90), CHINA, 72.004);

  /** A system that is used within one box and nowhere else. */
  static PlausibleRange within(double minX, double maxX, double minY, double maxY) {
    Envelope box = new Envelope(minX, maxX, minY, maxY);
    return new PlausibleRange(box, box, Double.POSITIVE_INFINITY);
  }

  static PlausibleRange within(Envelope box, double margin) {
    Envelope wider = box.copy();
    wider.expandBy(margin);
    return new PlausibleRange(wider, wider, Double.POSITIVE_INFINITY);
  }

  /** The code of what is wrong with a pair of values, or nothing. */
  Optional<String> fault(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return Optional.of(NOT_A_NUMBER);
    }
    if (!allowed.contains(x, y)) {
      return Optional.of(allowed.contains(y, x) ? SWAPPED : OUT_OF_RANGE);
    }
    return y >= emptyNorthOf && home.contains(y, x) ? Optional.of(SWAPPED) : Optional.empty();
  }
}
