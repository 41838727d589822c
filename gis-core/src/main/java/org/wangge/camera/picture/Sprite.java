package org.wangge.camera.picture;

/**
 * Something that stands on the ground and is turned to the camera, such as a person.
 *
 * @param east metres east of the foot of the camera
 * @param north metres north of it
 * @param widthMeters across
 * @param heightMeters above ground
 * @param look its colours
 */
public record Sprite(
    double east, double north, double widthMeters, double heightMeters, Look look) {

  /** What is where on it. */
  @FunctionalInterface
  public interface Look {
    /** Nothing is there: what is behind is seen. */
    int NOTHING = -1;

    /**
     * The colour by daylight, or {@link #NOTHING}.
     *
     * @param across from 0 at the left to 1 at the right
     * @param up from 0 at the ground to 1 at the top
     */
    int color(double across, double up);
  }
}
