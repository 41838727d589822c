package org.wangge.camera.picture;

import org.wangge.camera.sight.Blocker;

/** What the world around a camera looks like, by its own colours (0xRRGGBB) in full daylight. */
public interface Scene {

  /** Colour of the ground so many metres east and north of the foot of the camera. */
  int ground(double east, double north);

  /**
   * Colour of a wall.
   *
   * @param blocker the building
   * @param wall number of the wall, in the order of {@link Blocker#walls}
   * @param along metres from the wall's first end
   * @param up metres above the ground
   * @param pixelMeters width of a pixel there, for what is too small to be drawn
   */
  Surface wall(Blocker blocker, int wall, double along, double up, double pixelMeters);

  /** Colour of a roof. */
  int roof(Blocker blocker);

  /**
   * What is seen of a surface.
   *
   * @param color by daylight
   * @param shine colour it shines with while lamps are lit, as of a window; {@link #DARK} for none
   */
  record Surface(int color, int shine) {
    /** Does not shine. */
    public static final int DARK = -1;
  }
}
