package org.wangge.camera;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a camera after GB/T 28181: centre 8 digits, of which the first six are the county
 * of GB/T 2260; industry 2, type 3, network 1, sequence 6.
 */
public final class CameraId {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{20}");
  private static final int COUNTY = 6;
  private static final int TYPE_FROM = 10;
  private static final int TYPE_TO = 13;

  /** 131 camera, 132 network camera. */
  private static final Set<String> CAMERA_TYPES = Set.of("131", "132");

  private CameraId() {}

  /** Whether a text is written as such a number. */
  public static boolean isWellFormed(String id) {
    return DIGITS.matcher(id).matches();
  }

  /** The same number with hyphens between its parts, which no spreadsheet takes for a number. */
  public static String grouped(String id) {
    return String.join(
        "-",
        id.substring(0, 8),
        id.substring(8, 10),
        id.substring(TYPE_FROM, TYPE_TO),
        id.substring(13, 14),
        id.substring(14));
  }

  /** A number out of a list, whose parts may be set apart by hyphens or blanks. */
  public static String plain(String text) {
    return text.replaceAll("[-\\s]", "");
  }

  /**
   * The number of a network camera of a centre.
   *
   * @param centre 8 digits
   * @param sequence from 0 to 999999
   */
  public static String of(String centre, int sequence) {
    return "%s001320%06d".formatted(centre, sequence);
  }

  /** Whether its type says camera, and not recorder, platform or alarm. */
  public static boolean isOfCamera(String id) {
    return CAMERA_TYPES.contains(id.substring(TYPE_FROM, TYPE_TO));
  }

  /** Whether its county is that of an area of the tree, whose code begins with it. */
  public static boolean isOfCounty(String id, String areaCode) {
    return areaCode.startsWith(id.substring(0, COUNTY));
  }
}
