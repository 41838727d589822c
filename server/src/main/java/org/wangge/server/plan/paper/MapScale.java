package org.wangge.server.plan.paper;

/** Round scales and lengths. Pure. */
final class MapScale {
  private static final double[] SCALES = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8};
  private static final double[] LENGTHS = {1, 2, 5};

  private MapScale() {}

  /** The smallest round scale number that is not smaller than another. */
  static int atLeast(double scale) {
    return (int) Math.round(round(SCALES, Math.max(100, scale)));
  }

  private static double round(double[] steps, double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : steps) {
      if (step * power >= value * (1 - 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /** The largest of 1, 2, 5 times a power of ten that is not larger than a length. */
  static double lengthAtMost(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    double best = power;
    for (double step : LENGTHS) {
      if (step * power <= length * (1 + 1e-9)) {
        best = step * power;
      }
    }
    return best;
  }
}
