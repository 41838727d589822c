package org.wangge.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which way a camera looks, as lists of cameras say it: degrees ({@code 160}), points of the
 * compass ({@code NE}, {@code 东北}, {@code SB} for southbound), sectors ({@code 30-90}), and several
 * of them parted by semicolons. Degrees beyond a turn are taken within it.
 *
 * @param looks one for each lens, in their order; empty where nothing is said
 * @param certainty measured for degrees, estimated for points of the compass, else unknown
 */
public record Bearings(List<Look> looks, DirectionCertainty certainty) {
  private static final double TURN = 360;
  private static final double POINT = 22.5;
  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,4}(?:\\.[0-9]{1,6})?");
  private static final Pattern SECTOR =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?)\\s*[-–~]\\s*([0-9]{1,3}(?:\\.[0-9]+)?)");
  private static final List<String> COMPASS =
      List.of(
          "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW",
          "NW", "NNW");
  private static final Map<String, String> CHINESE =
      Map.of(
          "北", "N", "东北", "NE", "东", "E", "东南", "SE", "南", "S", "西南", "SW", "西", "W", "西北", "NW");

  /** DirectionType of GB/T 28181, from 1 on. */
  private static final List<String> DIRECTION_TYPES =
      List.of("E", "W", "S", "N", "SE", "NE", "SW", "NW");

  /**
   * Where one lens looks.
   *
   * @param azimuthDegrees clockwise from north, from 0 up to 360
   * @param angleDegrees opening, where the text tells it; 0 where it does not
   */
  public record Look(double azimuthDegrees, double angleDegrees) {}

  /** Nothing is said. */
  public static Bearings none() {
    return new Bearings(List.of(), DirectionCertainty.UNKNOWN);
  }

  /** Reads a text; empty where it says something else than a direction. */
  public static Optional<Bearings> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(none());
    }
    List<Look> looks = new ArrayList<>();
    boolean isMeasured = true;
    for (String part : text.split("[;,/；，、]", -1)) {
      String word = part.strip();
      Optional<Look> degrees = degrees(word);
      isMeasured &= degrees.isPresent();
      Optional<Look> look = degrees.or(() -> point(word));
      if (look.isEmpty()) {
        return Optional.empty();
      }
      looks.add(look.get());
    }
    return Optional.of(
        new Bearings(
            List.copyOf(looks),
            isMeasured ? DirectionCertainty.MEASURED : DirectionCertainty.ESTIMATED));
  }

  /** The DirectionType of a GB/T 28181 catalogue, 1 to 8; empty for any other number. */
  public static Optional<Bearings> ofDirectionType(int type) {
    return type >= 1 && type <= DIRECTION_TYPES.size()
        ? parse(DIRECTION_TYPES.get(type - 1))
        : Optional.empty();
  }

  private static Optional<Look> degrees(String word) {
    if (DEGREES.matcher(word).matches()) {
      return Optional.of(new Look(within(Double.parseDouble(word)), 0));
    }
    Matcher sector = SECTOR.matcher(word);
    if (!sector.matches()) {
      return Optional.empty();
    }
    double from = within(Double.parseDouble(sector.group(1)));
    double wide = within(Double.parseDouble(sector.group(2)) - from);
    double angle = wide == 0 ? TURN : wide;
    return Optional.of(new Look(within(from + angle / 2), angle));
  }

  private static Optional<Look> point(String word) {
    String plain = word.toUpperCase(Locale.ROOT).replaceFirst("^朝|^向", "");
    String latin = CHINESE.getOrDefault(plain, plain);
    int at = COMPASS.indexOf(latin);
    if (at < 0 && latin.endsWith("B")) {
      // Of a lane: northbound traffic.
      at = COMPASS.indexOf(latin.substring(0, latin.length() - 1));
    }
    return at < 0 ? Optional.empty() : Optional.of(new Look(at * POINT, 0));
  }

  private static double within(double degrees) {
    double turned = degrees % TURN;
    return turned < 0 ? turned + TURN : turned;
  }
}
