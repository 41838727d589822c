package org.wangge.server.importing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of coordinate systems in their many spellings. */
final class CrsName {
  private static final Pattern EPSG = Pattern.compile("EPSG\\D{1,10}(?:[0-9.]+:)?([0-9]{4,6})$");

  private CrsName() {}

  /** Whether two spellings mean the same system. */
  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  /** {@code EPSG:4326} for {@code urn:ogc:def:crs:OGC:1.3:CRS84} and the like. */
  static String plain(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    if (upper.endsWith("CRS84")) {
      return "EPSG:4326";
    }
    Matcher epsg = EPSG.matcher(upper);
    return epsg.find() ? "EPSG:" + epsg.group(1) : upper;
  }
}
