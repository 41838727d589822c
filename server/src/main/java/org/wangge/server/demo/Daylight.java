package org.wangge.server.demo;

import java.awt.Color;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How light it is and what colour the sky has, roughly: the sun stands highest at noon of the place
 * and goes through the horizon at six.
 *
 * @param height of the sun, from -1 at midnight to 1 at noon
 */
record Daylight(double height) {
  private static final double SECONDS_A_DAY = 86_400;
  private static final double DEGREES_A_TURN = 360;
  private static final Color NIGHT_SKY = new Color(0x10182a);
  private static final Color DAY_SKY = new Color(0x7fa9d0);
  private static final Color HAZE = new Color(0xe6edf2);
  private static final Color DUSK_SKY = new Color(0xd9a06f);

  static Daylight at(Instant instant, double lonDegrees) {
    double day =
        instant.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / SECONDS_A_DAY
            + lonDegrees / DEGREES_A_TURN;
    return new Daylight(-Math.cos(2 * Math.PI * day));
  }

  boolean isDark() {
    return height < 0.15;
  }

  /** Share of a colour that is left in this light: street lamps leave two fifths of it. */
  private double light() {
    return 0.42 + 0.58 * clamp((height + 0.15) / 0.5);
  }

  /** A colour in this light. */
  Color on(Color color) {
    return shaded(color, light());
  }

  /** The sky overhead. */
  Color zenith() {
    return mix(NIGHT_SKY, DAY_SKY, clamp((height + 0.1) / 0.5));
  }

  /** The sky above the horizon, which is the brighter part, and red when the sun is there. */
  Color horizon() {
    double dusk = clamp(1 - Math.abs(height - 0.05) / 0.25);
    return mix(mix(zenith(), HAZE, 0.35 * light()), DUSK_SKY, dusk * 0.6);
  }

  /** A colour with a share of its brightness. */
  static Color shaded(Color color, double share) {
    return mix(Color.BLACK, color, clamp(share));
  }

  private static Color mix(Color a, Color b, double share) {
    return new Color(
        (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
