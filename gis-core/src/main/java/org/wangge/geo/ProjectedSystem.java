package org.wangge.geo;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Metres in a plane, by an EPSG code that GeoTools decodes when first used. Its transforms hold no
 * state of a conversion, so one pair serves all threads.
 */
final class ProjectedSystem extends CoordinateSystem {
  /** Three degrees wide by definition; neighbours are drawn in one zone up to this far from it. */
  private static final double HALF_ZONE_DEGREES = 3.5;

  private static final int FALSE_EASTING_METERS = 500_000;
  private static final int EAST_OF_ZONE_METERS = 1_000_000;

  /** 4534 is the zone of 75° E, number 25; each next code is the next zone. */
  static final int FIRST_ZONE_CODE = 4534;

  static final int LAST_ZONE_CODE = 4554;
  private static final int FIRST_ZONE = 25;

  private final String definition;
  private final String groundDefinition;
  private @Nullable Transforms transforms;

  private record Transforms(MathTransform toDegrees, MathTransform toMeters) {}

  private ProjectedSystem(
      String name, String groundDefinition, PlausibleRange values, PlausibleRange ground) {
    super(name, values, ground);
    this.definition = name;
    this.groundDefinition = groundDefinition;
  }

  /**
   * CGCS2000 / 3-degree Gauss-Krüger by central meridian, eastings without the zone number. No
   * datum shift is applied between CGCS2000 and WGS 84.
   */
  static ProjectedSystem gaussKrueger(int code) {
    double meridian = 3.0 * (code - FIRST_ZONE_CODE + FIRST_ZONE);
    Envelope ground =
        new Envelope(meridian - HALF_ZONE_DEGREES, meridian + HALF_ZONE_DEGREES, 0, 56);
    return new ProjectedSystem(
        "EPSG:" + code,
        "EPSG:4490",
        // 3.5° are 390 km at the equator; 56° N is 6,210 km from it.
        PlausibleRange.within(110_000, 890_000, 0, 6_220_000),
        PlausibleRange.within(ground, 0));
  }

  /** Spherical Mercator of web maps, whole world up to 85.06°. */
  static ProjectedSystem webMercator() {
    Envelope square = new Envelope(-20037508.35, 20037508.35, -20048966.11, 20048966.11);
    Envelope china = new Envelope(8_015_448, 15_343_689, 92_321, 7_520_807);
    return new ProjectedSystem(
        "EPSG:3857",
        "EPSG:4326",
        // 73° N. Swapped values south of that cannot be told from places in northern Europe.
        new PlausibleRange(square, china, 12_100_000),
        new PlausibleRange(
            new Envelope(-180, 180, -85.0600001, 85.0600001),
            PlausibleRange.CHINA,
            PlausibleRange.WORLD.emptyNorthOf()));
  }

  @Override
  Position inverse(double x, double y) {
    double[] pair = transform(transforms().toDegrees(), x, y);
    return new Position(pair[0], pair[1]);
  }

  @Override
  Ordinates forward(double lonDegrees, double latDegrees) {
    double[] pair = transform(transforms().toMeters(), lonDegrees, latDegrees);
    return new Ordinates(pair[0], pair[1]);
  }

  /** Recognises an easting that carries its zone number, such as 37500000. */
  @Override
  String hint(double x, double y) {
    int zone = (int) Math.floor(x / EAST_OF_ZONE_METERS);
    int code = FIRST_ZONE_CODE + zone - FIRST_ZONE;
    double easting = x - zone * (double) EAST_OF_ZONE_METERS;
    boolean carriesZone =
        code >= FIRST_ZONE_CODE
            && code <= LAST_ZONE_CODE
            && Math.abs(easting - FALSE_EASTING_METERS) < FALSE_EASTING_METERS;
    return carriesZone && !definition.equals("EPSG:3857")
        ? "the easting carries zone number " + zone + ": take it off and say crs=EPSG:" + code
        : "";
  }

  /** Decodes the code, which takes about a second the first time in a program. */
  synchronized Transforms transforms() {
    if (transforms == null) {
      try {
        // The short form with `true` is the only one that GeoTools turns to east before north.
        MathTransform toDegrees =
            CRS.findMathTransform(CRS.decode(definition, true), CRS.decode(groundDefinition, true));
        transforms = new Transforms(toDegrees, toDegrees.inverse());
      } catch (FactoryException | TransformException e) {
        throw new IllegalStateException(
            "the EPSG database cannot be unpacked or read; name a folder that can be written by"
                + " -DEPSG-HSQL.directory=FOLDER",
            e);
      }
    }
    return transforms;
  }

  private static double[] transform(MathTransform transform, double x, double y) {
    double[] pair = {x, y};
    try {
      transform.transform(pair, 0, pair, 0, 1);
      return pair;
    } catch (TransformException e) {
      // No such place in the projection: refused by the check of the ground.
      return new double[] {Double.NaN, Double.NaN};
    }
  }
}
