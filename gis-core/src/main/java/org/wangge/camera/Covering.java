package org.wangge.camera;

import java.util.Comparator;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.Verdict;

/**
 * A camera that sees a place, and how well.
 *
 * @param camera which
 * @param sight what it sees
 * @param verdict how far away and how far off the axis the place is
 */
public record Covering(Camera camera, Sight sight, Verdict verdict) {

  /** The best first; of equals the lower id. */
  static final Comparator<Covering> BEST_FIRST =
      Comparator.comparingDouble(Covering::score).thenComparing(one -> one.camera.id());

  /**
   * The fewer the better: distance as a share of the range, plus off-axis angle as a share of half
   * the opening, plus 0, ½ or 1 for a measured, estimated or unknown direction, plus 0, 1 or 2 for
   * online, offline or never connected. So one that sends no picture stands before an online one
   * only when that one sees the place worse by as much.
   */
  public double score() {
    Eye eye = camera.eye();
    Lens lens = eye.lenses().get(0);
    return verdict.distanceMeters() / eye.farMeters()
        + verdict.offAxisDegrees() / (lens.angleDegrees() / 2)
        + doubt(camera.directionCertainty())
        + silence(camera.state());
  }

  private static double doubt(DirectionCertainty certainty) {
    return switch (certainty) {
      case MEASURED -> 0;
      case ESTIMATED -> 0.5;
      case UNKNOWN -> 1;
    };
  }

  private static double silence(CameraState state) {
    return switch (state) {
      case ONLINE -> 0;
      case OFFLINE -> 1;
      case REGISTERED -> 2;
    };
  }
}
