package org.wangge.camera.picture;

/**
 * An upright box that stands or floats above the ground and may be turned any way, such as a part
 * of a car.
 *
 * @param east of its middle, metres east of the foot of the camera
 * @param north of its middle
 * @param headingRadians where its front points, clockwise from north
 * @param lengthMeters from back to front
 * @param widthMeters from left to right
 * @param fromMeters height of its lower side
 * @param toMeters height of its upper side
 * @param look its colours
 */
public record Box(
    double east,
    double north,
    double headingRadians,
    double lengthMeters,
    double widthMeters,
    double fromMeters,
    double toMeters,
    Look look) {

  /** A side of a box. */
  public enum Face {
    FRONT,
    BACK,
    LEFT,
    RIGHT,
    TOP
  }

  /** What is where on it. */
  public interface Look {

    /**
     * The colour by daylight.
     *
     * @param across of the front and the back from left to right, of the sides from the back to the
     *     front, of the top from left to right: from 0 to 1
     * @param up from the lower side to the upper, of the top from the back to the front
     */
    int color(Face face, double across, double up);

    /** The colour it shines with while lamps are lit; {@link Scene.Surface#DARK} for none. */
    int shine(Face face, double across, double up);
  }
}
