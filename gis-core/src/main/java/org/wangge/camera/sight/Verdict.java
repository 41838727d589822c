package org.wangge.camera.sight;

import org.wangge.word.Word;

/**
 * Whether a camera sees a place, and why not.
 *
 * @param reason what decides
 * @param blockerId building that hides the place, or whose walls end the view; else empty
 * @param distanceMeters from the foot of the camera to the place
 * @param offAxisDegrees how far the place lies off the middle of the lens that sees it, or that
 *     comes nearest to seeing it; 0 to 180
 */
public record Verdict(
    Reason reason, String blockerId, double distanceMeters, double offAxisDegrees) {

  /** What decides; a later one comes nearer to seeing the place. */
  public enum Reason implements Word {
    /** farther than any lens that looks that way sees */
    TOO_FAR,
    /** no lens looks that way */
    OUTSIDE_ANGLE,
    /** below the picture */
    TOO_NEAR,
    /** a building is between them */
    HIDDEN,
    /** seen */
    SEEN
  }

  public boolean isSeen() {
    return reason == Reason.SEEN;
  }
}
