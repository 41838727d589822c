package org.wangge.camera;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.Verdict;
import org.wangge.geo.Validity;

/**
 * A camera that sees a place, and how well.
 *
 * @param entry which, as it stood
 * @param sight what it sees, or can be turned to see
 * @param verdict how far away and how far off the axis the place is; of a line or an area, its
 *     middle
 * @param share how much of the line or area it sees, above 0 up to 1; of a point 1
 * @param mustTurn whether it sees the place only when it is turned
 * @param past during which part of the time asked for it stood so, and what recording to expect;
 *     null for now
 */
public record Covering(
    CameraEntry entry,
    Sight sight,
    Verdict verdict,
    double share,
    boolean mustTurn,
    @Nullable Past past) {

  /** The best first; of equals the lower id. */
  static final Comparator<Covering> BEST_FIRST =
      Comparator.comparingDouble(Covering::score)
          .thenComparing(one -> one.camera().id())
          .thenComparing(one -> one.entry.valid().from());

  /**
   * Of a time that is past.
   *
   * @param during part of the time asked for during which the camera stood so
   * @param recording what to expect of that time
   */
  public record Past(Validity during, Recording recording) {}

  public Camera camera() {
    return entry.camera();
  }

  /**
   * The fewer the better: distance as a share of the range, plus off-axis angle as a share of half
   * the opening, plus what of a line or area it does not see, plus 0, ½ or 1 for a measured,
   * estimated or unknown direction, plus 1 where it has to be turned; plus, for now, 0, 1 or 2 for
   * online, offline or never connected, and for the past, 0, 1, 2 or 3 for a recording that is
   * kept, is with the owner, was not made or is deleted. So one that sends no picture stands before
   * an online one only when that one sees the place worse by as much.
   */
  public double score() {
    double half = sight.eye().lenses().get(0).angleDegrees() / 2;
    return verdict.distanceMeters() / sight.eye().farMeters()
        + verdict.offAxisDegrees() / half
        + (1 - share)
        + doubt(camera().pose().directionCertainty())
        + (mustTurn ? 1 : 0)
        + (past == null ? silence(camera().state()) : loss(past.recording()));
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

  private static double loss(Recording recording) {
    return switch (recording) {
      case KEPT -> 0;
      case WITH_OWNER -> 1;
      case SILENT -> 2;
      case EXPIRED -> 3;
    };
  }
}
