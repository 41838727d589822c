package org.wangge.camera;

import java.util.Comparator;
import java.util.List;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * A camera whose sector holds a place, and how well it sees it.
 *
 * @param camera which
 * @param distanceMeters from it to the place, on the ground
 * @param offAxisDegrees how far the place lies off the middle of its view, 0 to 180
 */
public record Covering(Camera camera, double distanceMeters, double offAxisDegrees) {

  /**
   * The fewer the better: distance as a share of the range, plus off-axis angle as a share of half
   * the opening, plus 0, ½ or 1 for a measured, estimated or unknown direction, plus 0, 1 or 2 for
   * online, offline or never connected. So one that sends no picture stands before an online one
   * only when that one sees the place worse by as much.
   */
  public double score() {
    Sector sector = Sector.of(camera);
    return distanceMeters / camera.rangeMeters()
        + offAxisDegrees / (sector.angleDegrees() / 2)
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

  /** Those of some cameras whose sectors hold a place, the best first. */
  public static List<Covering> rank(List<Camera> cameras, LatticePoint place) {
    return cameras.stream()
        .filter(camera -> Sector.of(camera).holds(place))
        .map(camera -> to(camera, place))
        .sorted(Comparator.comparingDouble(Covering::score).thenComparing(one -> one.camera().id()))
        .toList();
  }

  private static Covering to(Camera camera, LatticePoint place) {
    return new Covering(
        camera,
        Geodesy.distanceMeters(camera.location(), place),
        Sector.of(camera).offAxisDegrees(place));
  }
}
