package org.wangge.geo;

/**
 * The two shifted systems of Chinese map services. Neither has a public definition: these are the
 * formulas that have circulated since about 2010 and that every open converter shares; no datum is
 * behind them, they only move points: GCJ-02 by up to 740 m within the box below, BD-09 by 690 to
 * 1,530 m.
 *
 * <p>Defined within the box {@link PlausibleRange#CHINA} and nowhere else. Map services do not
 * shift places abroad; here such values are refused instead of passed through, because the jump at
 * the box would give some values two meanings and others none. Who has places abroad has them in
 * EPSG:4326 already.
 *
 * <p>The inverse solves shift(p) = q by p ← p − (shift(p) − q). The shift changes by less than 3 %
 * of a move, so each step gains more than 1.5 digits; about eight steps reach 1e-12° (0.1 µm).
 */
final class ShiftedSystem extends CoordinateSystem {
  /** Krasovsky 1940, which GCJ-02 scales its offsets with: semi-major axis and eccentricity². */
  private static final double AXIS_METERS = 6378245.0;

  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
  private static final double BD_TURN = Math.PI * 3000.0 / 180.0;
  private static final double LARGEST_SHIFT_DEGREES = 0.03;
  private static final double ENOUGH_DEGREES = 1e-12;
  private static final int MAX_STEPS = 30;

  private final Shift shift;

  private interface Shift {
    Ordinates apply(double x, double y);
  }

  private ShiftedSystem(String name, Shift shift) {
    super(
        name,
        PlausibleRange.within(PlausibleRange.CHINA, LARGEST_SHIFT_DEGREES),
        PlausibleRange.within(PlausibleRange.CHINA, 0));
    this.shift = shift;
  }

  static ShiftedSystem gcj02() {
    return new ShiftedSystem("GCJ-02", ShiftedSystem::toGcj02);
  }

  static ShiftedSystem bd09() {
    return new ShiftedSystem(
        "BD-09",
        (lon, lat) -> {
          Ordinates gcj = toGcj02(lon, lat);
          return gcj02ToBd09(gcj.x(), gcj.y());
        });
  }

  @Override
  Ordinates forward(double lonDegrees, double latDegrees) {
    return shift.apply(lonDegrees, latDegrees);
  }

  @Override
  Position inverse(double x, double y) {
    double lon = x;
    double lat = y;
    for (int step = 0; step < MAX_STEPS; step++) {
      Ordinates there = shift.apply(lon, lat);
      double offX = there.x() - x;
      double offY = there.y() - y;
      lon -= offX;
      lat -= offY;
      if (Math.abs(offX) <= ENOUGH_DEGREES && Math.abs(offY) <= ENOUGH_DEGREES) {
        break;
      }
    }
    return new Position(lon, lat);
  }

  private static Ordinates toGcj02(double lon, double lat) {
    double x = lon - 105.0;
    double y = lat - 35.0;
    double ripple = waves(x, 20, 1.0 / 6, 20, 0.5);
    double north =
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + ripple;
    north += waves(y, 20, 1, 40, 3) + waves(y, 160, 12, 320, 30);
    double east =
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + ripple;
    east += waves(x, 20, 1, 40, 3) + waves(x, 150, 12, 300, 30);

    double sine = Math.sin(Math.toRadians(lat));
    double flat = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double meridianRadius = AXIS_METERS * (1 - ECCENTRICITY_SQUARED) / (flat * Math.sqrt(flat));
    double parallelRadius = AXIS_METERS / Math.sqrt(flat) * Math.cos(Math.toRadians(lat));
    return new Ordinates(
        lon + Math.toDegrees(east / parallelRadius), lat + Math.toDegrees(north / meridianRadius));
  }

  /** Two thirds of two sine waves, each by amplitude in metres and half its length in degrees. */
  private static double waves(double at, double a, double halfA, double b, double halfB) {
    return (a * Math.sin(Math.PI * at / halfA) + b * Math.sin(Math.PI * at / halfB)) * 2 / 3;
  }

  private static Ordinates gcj02ToBd09(double x, double y) {
    double radius = Math.hypot(x, y) + 2e-5 * Math.sin(y * BD_TURN);
    double angle = Math.atan2(y, x) + 3e-6 * Math.cos(x * BD_TURN);
    return new Ordinates(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
  }
}
