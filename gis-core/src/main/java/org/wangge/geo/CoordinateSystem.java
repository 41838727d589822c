package org.wangge.geo;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fault.Invalid;

/**
 * A way of writing places as two numbers, and the way from it to WGS 84 degrees and back. Always
 * east before north (x = longitude or easting, y = latitude or northing), whatever the authority
 * that defined the system says. Get one from {@link CoordinateSystems#parse}.
 *
 * <p>Values that cannot be meant are refused, never repaired:
 *
 * <ul>
 *   <li>{@code coordinate-not-a-number}: not a number, or infinite;
 *   <li>{@code axes-swapped}: plausible only with x and y exchanged;
 *   <li>{@code coordinate-out-of-range}: not plausible either way.
 * </ul>
 *
 * Each is an {@link Invalid} whose field is {@code lon} or {@code lat} (the first that is wrong)
 * and whose details are {@code crs, x, y, expected, mend}, and {@code vertex} within a geometry.
 *
 * <p>Immutable and safe for use by many threads.
 */
public abstract sealed class CoordinateSystem
    permits GeographicSystem, ProjectedSystem, ShiftedSystem {

  /** Rounding of a conversion, in degrees (0.1 mm): a place on the very border is still inside. */
  private static final double GROUND_MARGIN_DEGREES = 1e-9;

  private final String name;
  private final PlausibleRange values;
  private final PlausibleRange ground;

  CoordinateSystem(String name, PlausibleRange values, PlausibleRange ground) {
    this.name = name;
    this.values = values;
    this.ground = ground;
  }

  /** Such as {@code EPSG:4546} or {@code GCJ-02}; {@link CoordinateSystems#parse} takes it back. */
  public final String name() {
    return name;
  }

  /**
   * The place that two values of this system mean.
   *
   * @param x longitude in degrees, or easting in metres
   * @param y latitude in degrees, or northing in metres
   * @throws Invalid as the class says
   */
  public final Position toWgs84(double x, double y) {
    return convert(x, y, Map.of());
  }

  /**
   * The values of this system that mean a place.
   *
   * @throws Invalid as the class says, also when this system is not used at that place; the values
   *     of the details are then the degrees given
   */
  public final Ordinates fromWgs84(double lonDegrees, double latDegrees) {
    Optional<String> fault = ground.fault(lonDegrees, latDegrees);
    if (fault.isPresent()) {
      throw refusal(fault.get(), lonDegrees, latDegrees, ground.allowed(), "", Map.of());
    }
    return forward(lonDegrees, latDegrees);
  }

  /**
   * A copy of a geometry in degrees, WGS 84 (SRID 4326), vertex by vertex; heights are kept as they
   * are. Edges are taken as straight in degrees afterwards: against a straight edge of a projected
   * plane that is up to about 1 cm off for an edge of 1 km, growing with the square of its length.
   *
   * @throws Invalid as the class says, with the number of the vertex in the details
   */
  public final Geometry toWgs84(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(new Conversion());
    return LatticeShape.DEGREES.createGeometry(copy);
  }

  /** From values within range; a result outside the ground, or not a number, is refused. */
  abstract Position inverse(double x, double y);

  /** From degrees within the ground. */
  abstract Ordinates forward(double lonDegrees, double latDegrees);

  /** A better hint at what the caller may have meant, or nothing. */
  String hint(double x, double y) {
    return "";
  }

  private Position convert(double x, double y, Map<String, ?> place) {
    Optional<String> fault = values.fault(x, y);
    if (fault.isPresent()) {
      throw refusal(fault.get(), x, y, values.allowed(), hint(x, y), place);
    }
    Position result = inverse(x, y);
    Envelope nearly = ground.allowed().copy();
    nearly.expandBy(GROUND_MARGIN_DEGREES);
    if (!nearly.contains(result.lonDegrees(), result.latDegrees())) {
      throw refusal(PlausibleRange.OUT_OF_RANGE, x, y, values.allowed(), "", place);
    }
    return new Position(clamp(result.lonDegrees(), 180), clamp(result.latDegrees(), 90));
  }

  private static double clamp(double degrees, double limit) {
    return Math.max(-limit, Math.min(limit, degrees));
  }

  private Invalid refusal(
      String code, double x, double y, Envelope expected, String hint, Map<String, ?> place) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("crs", name);
    details.put("x", plain(x));
    details.put("y", plain(y));
    details.put(
        "expected",
        String.format(
            "x %s … %s, y %s … %s",
            plain(expected.getMinX()),
            plain(expected.getMaxX()),
            plain(expected.getMinY()),
            plain(expected.getMaxY())));
    details.put("mend", hint.isEmpty() ? mend(code) : hint);
    details.putAll(place);
    boolean lonIsFine = x >= expected.getMinX() && x <= expected.getMaxX();
    return new Invalid(lonIsFine ? "lat" : "lon", code, details);
  }

  /** As text without an exponent; JSON has no word for NaN. */
  private static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).toPlainString()
        : Double.toString(value);
  }

  private static String mend(String code) {
    return switch (code) {
      case PlausibleRange.NOT_A_NUMBER -> "give two finite numbers";
      case PlausibleRange.SWAPPED -> "give longitude or easting first, then latitude or northing";
      default -> "check the numbers, and whether crs names the system they are in";
    };
  }

  /** Rewrites every vertex in place. */
  private final class Conversion implements CoordinateSequenceFilter {
    private int vertex;

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      Position place = convert(sequence.getX(i), sequence.getY(i), Map.of("vertex", vertex++));
      sequence.setOrdinate(i, 0, place.lonDegrees());
      sequence.setOrdinate(i, 1, place.latDegrees());
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
