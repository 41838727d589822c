package org.wangge.camera.picture;

/**
 * The light of an hour.
 *
 * @param red how much of a red is left, 0 to 1; so for the others
 * @param zenith colour of the sky at the upper border
 * @param horizon colour of the sky at the horizon, and of haze
 * @param lamps whether street lamps and windows are lit
 */
public record Light(double red, double green, double blue, int zenith, int horizon, boolean lamps) {

  /** A colour as it looks in this light. */
  int on(int color) {
    return of(((color >> 16) & 0xff) * red, ((color >> 8) & 0xff) * green, (color & 0xff) * blue);
  }

  /** One colour passing into another. */
  public static int mix(int from, int to, double share) {
    return of(
        ((from >> 16) & 0xff) + (((to >> 16) & 0xff) - ((from >> 16) & 0xff)) * share,
        ((from >> 8) & 0xff) + (((to >> 8) & 0xff) - ((from >> 8) & 0xff)) * share,
        (from & 0xff) + ((to & 0xff) - (from & 0xff)) * share);
  }

  private static int of(double red, double green, double blue) {
    return (int) Math.min(255, red) << 16
        | (int) Math.min(255, green) << 8
        | (int) Math.min(255, blue);
  }
}
