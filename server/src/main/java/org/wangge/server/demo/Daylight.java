package org.wangge.server.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import org.wangge.camera.picture.Light;

/**
 * How light it is and what colour the sky has, roughly: the sun stands highest at noon of the place
 * and goes through the horizon at six.
 *
 * @param height of the sun, from -1 at midnight to 1 at noon
 */
record Daylight(double height) {
  private static final double SECONDS_A_DAY = 86_400;
  private static final double DEGREES_A_TURN = 360;
  private static final int NIGHT_SKY = 0x10182a;
  private static final int DAY_SKY = 0x7fa9d0;
  private static final int HAZE = 0xe6edf2;
  private static final int DUSK_SKY = 0xd9a06f;

  static Daylight at(Instant instant, double lonDegrees) {
    double day =
        instant.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / SECONDS_A_DAY
            + lonDegrees / DEGREES_A_TURN;
    return new Daylight(-Math.cos(2 * Math.PI * day));
  }

  /** Street lamps leave two fifths of every colour, the blue of the night a little more of blue. */
  Light light() {
    double share = 0.42 + 0.58 * clamp((height + 0.15) / 0.5);
    double dark = 1 - clamp((height + 0.15) / 0.5);
    return new Light(
        share * (1 - 0.05 * dark),
        share,
        share * (1 + 0.12 * dark),
        zenith(),
        horizon(share),
        isDark());
  }

  private boolean isDark() {
    return height < 0.15;
  }

  private int zenith() {
    return Light.mix(NIGHT_SKY, DAY_SKY, clamp((height + 0.1) / 0.5));
  }

  /** The sky above the horizon, which is the brighter part, and red when the sun is there. */
  private int horizon(double share) {
    double dusk = clamp(1 - Math.abs(height - 0.05) / 0.25);
    return Light.mix(Light.mix(zenith(), HAZE, 0.35 * share), DUSK_SKY, dusk * 0.6);
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
