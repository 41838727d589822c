package org.wangge.geo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * The coordinate systems that input may be in.
 *
 * <ul>
 *   <li>{@code EPSG:4326} WGS 84 degrees, the whole globe;
 *   <li>{@code EPSG:4490} CGCS2000 degrees, China. Treated as coincident with WGS 84: the two
 *       agreed to centimetres at the epoch of CGCS2000 (2000.0), and plate motion of about 3 cm a
 *       year has since added less than a metre, which is below what outlines and phones know;
 *   <li>{@code EPSG:4534} to {@code EPSG:4554} CGCS2000 / 3-degree Gauss-Krüger, central meridians
 *       75° to 135° E, eastings without zone number, usable to 3.5° beside the meridian;
 *   <li>{@code EPSG:3857} web Mercator;
 *   <li>{@code GCJ-02} and {@code BD-09}, China only.
 * </ul>
 *
 * <p>Only these short names are understood. The URN and URL forms ({@code
 * urn:ogc:def:crs:EPSG::4490}) promise latitude first by the book, and half of the files that carry
 * them hold longitude first: reading them either way would silently move a town, so they are
 * refused with the short name to say instead, which means longitude first and nothing else.
 *
 * <p>Everything here is safe for use by many threads.
 */
public final class CoordinateSystems {
  /** WGS 84 longitude and latitude in degrees: what a request without {@code crs} means. */
  public static final CoordinateSystem WGS84 =
      new GeographicSystem("EPSG:4326", PlausibleRange.WORLD);

  private static final Map<String, CoordinateSystem> KNOWN = known();
  private static final int LONGEST_ECHO = 60;

  private CoordinateSystems() {}

  /**
   * The system of a name, in upper or lower case.
   *
   * @throws Invalid {@code crs-unknown} with the details {@code crs}, {@code known} and {@code
   *     mend}
   */
  public static CoordinateSystem parse(String name) {
    CoordinateSystem system = KNOWN.get(name.strip().toUpperCase(Locale.ROOT));
    if (system != null) {
      return system;
    }
    String echo = name.length() > LONGEST_ECHO ? name.substring(0, LONGEST_ECHO) + "…" : name;
    throw new Invalid(
        "crs", "crs-unknown", Map.of("crs", echo, "known", names(), "mend", mend(name)));
  }

  /** Every name that {@link #parse} takes. */
  public static List<String> names() {
    return List.copyOf(KNOWN.keySet());
  }

  /**
   * Decodes all projections now, which takes one to three seconds and unpacks the EPSG database
   * into the folder for temporary files; without it the first conversion of each waits for that.
   * Meant for a background thread at start; harmless to call again.
   *
   * @throws IllegalStateException when the EPSG database cannot be unpacked or read
   */
  public static void warmUp() {
    for (CoordinateSystem system : KNOWN.values()) {
      if (system instanceof ProjectedSystem projected) {
        projected.transforms();
      }
    }
  }

  private static String mend(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("urn:") || lower.startsWith("http")) {
      return "say the short name, such as EPSG:4490, and give longitude before latitude";
    }
    return "use one of the known names";
  }

  private static Map<String, CoordinateSystem> known() {
    Map<String, CoordinateSystem> systems = new LinkedHashMap<>();
    add(systems, WGS84);
    add(systems, new GeographicSystem("EPSG:4490", PlausibleRange.within(PlausibleRange.CHINA, 0)));
    add(systems, ProjectedSystem.webMercator());
    add(systems, ShiftedSystem.gcj02());
    add(systems, ShiftedSystem.bd09());
    for (int code = ProjectedSystem.FIRST_ZONE_CODE;
        code <= ProjectedSystem.LAST_ZONE_CODE;
        code++) {
      add(systems, ProjectedSystem.gaussKrueger(code));
    }
    return Collections.unmodifiableMap(systems);
  }

  private static void add(Map<String, CoordinateSystem> systems, CoordinateSystem system) {
    systems.put(system.name(), system);
  }
}
