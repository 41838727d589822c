package org.wangge.camera;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.geo.LatticePoint;

/**
 * A camera as it stands at an instant.
 *
 * @param id 20 digits, see {@link CameraId}
 * @param name what its owner calls it
 * @param pose where it is mounted and which way it looks
 * @param state whether pictures can be had from it
 * @param upkeep who keeps it
 * @param gridCode grid it stands in; empty outside every grid
 * @param generated whether a demonstration made it up
 */
public record Camera(
    String id,
    String name,
    CameraPose pose,
    CameraState state,
    CameraUpkeep upkeep,
    String gridCode,
    boolean generated) {

  public Camera {
    if (!CameraId.isWellFormed(id)) {
      throw new IllegalArgumentException("a camera id has 20 digits: " + id);
    }
  }

  public LatticePoint location() {
    return pose.location();
  }

  /** What decides what it sees. Where its direction is not known it may look anywhere. */
  public Eye eye() {
    List<Lens> lenses = pose.seeing();
    boolean isKnown = pose.directionCertainty() != DirectionCertainty.UNKNOWN;
    return eye(isKnown ? lenses : lenses.stream().map(Camera::allRound).toList());
  }

  /** What decides what it can be turned to see; that of {@link #eye} where it cannot be turned. */
  public Eye turnedEye() {
    List<Lens> lenses = pose.turned();
    return lenses.isEmpty() ? eye() : eye(lenses);
  }

  private static Lens allRound(Lens lens) {
    return Lens.round(lens.nearMeters(), lens.farMeters());
  }

  private Eye eye(List<Lens> lenses) {
    int mount = Math.max(1, (int) Math.round(pose.mountHeightMeters() * 100));
    return new Eye(id, pose.location(), mount, pose.indoor(), lenses);
  }

  /** Its first lens, as it is registered. */
  public Lens lens() {
    return pose.seeing().get(0);
  }

  /** Whether it may see elsewhere than drawn: its direction was not surveyed. */
  public boolean isEstimated() {
    return pose.directionCertainty() != DirectionCertainty.MEASURED;
  }

  /** Whether it can be turned. */
  public boolean ptz() {
    return pose.turn() != null;
  }

  /** What of its entry somebody should look at. */
  public List<CameraFinding> findings() {
    return CameraFinding.of(this);
  }

  /** What a caller may know of it: the contact of its owner is for those who may keep it. */
  public Camera seenBy(Caller caller) {
    boolean mayKeep =
        caller.rights().only(Right.KEEP_CAMERAS.roles()).scope().covers(gridCode, location());
    return mayKeep || upkeep.contact().isEmpty()
        ? this
        : new Camera(id, name, pose, state, upkeep.withoutContact(), gridCode, generated);
  }

  /** The same, found in another grid. */
  public Camera inGrid(String code) {
    return new Camera(id, name, pose, state, upkeep, code, generated);
  }
}
