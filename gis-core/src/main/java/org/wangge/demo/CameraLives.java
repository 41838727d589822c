package org.wangge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraLens;
import org.wangge.camera.CameraPose;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraVersion;
import org.wangge.camera.DirectionCertainty;
import org.wangge.geo.Validity;

/**
 * How the town's cameras stood up to now. Nearly all stand as they always did; one was turned ten
 * days ago, one was taken down a week ago, one was put up three days ago, and one is silent since
 * this morning.
 */
final class CameraLives {
  private static final Duration STANDING = Duration.ofDays(400);
  private static final Duration TURNED = Duration.ofDays(10);
  private static final Duration TAKEN_DOWN = Duration.ofDays(7);
  private static final Duration PUT_UP = Duration.ofDays(3);
  private static final LocalTime FELL_SILENT = LocalTime.of(6, 40);

  private final Instant now;
  private final Instant first;
  private boolean turned;
  private boolean putUp;
  private boolean silenced;

  private CameraLives(Instant now) {
    this.now = now;
    first = now.minus(STANDING);
  }

  /**
   * The versions of each camera, the oldest first.
   *
   * @param cameras those that stand now
   * @param former those that were taken down
   */
  static List<List<CameraVersion>> of(List<Camera> cameras, List<Camera> former, Instant now) {
    CameraLives lives = new CameraLives(now);
    List<List<CameraVersion>> all = new ArrayList<>();
    // Those at the end of the list stand at the gates of estates, where few others look.
    for (int i = cameras.size() - 1; i >= 0; i--) {
      all.add(0, lives.of(cameras.get(i)));
    }
    Instant end = now.minus(TAKEN_DOWN);
    former.forEach(
        camera -> all.add(List.of(new CameraVersion(camera, new Validity(lives.first, end)))));
    return all;
  }

  private List<CameraVersion> of(Camera camera) {
    boolean works = camera.state() == CameraState.ONLINE && !camera.ptz();
    if (!turned && works && camera.pose().directionCertainty() == DirectionCertainty.MEASURED) {
      turned = true;
      return changed(lookingBack(camera), now.minus(TURNED), camera);
    }
    if (!putUp && works) {
      putUp = true;
      return List.of(new CameraVersion(camera, Validity.since(now.minus(PUT_UP))));
    }
    if (!silenced && camera.state() == CameraState.OFFLINE) {
      silenced = true;
      return changed(working(camera), morning(), camera);
    }
    return List.of(new CameraVersion(camera, Validity.since(first)));
  }

  private List<CameraVersion> changed(Camera before, Instant at, Camera after) {
    return List.of(
        new CameraVersion(before, new Validity(first, at)),
        new CameraVersion(after, Validity.since(at)));
  }

  private Instant morning() {
    ZonedDateTime local = now.atZone(IncidentBook.ZONE);
    ZonedDateTime morning = local.with(FELL_SILENT);
    return (morning.isAfter(local) ? morning.minusDays(1) : morning).toInstant();
  }

  private static Camera lookingBack(Camera camera) {
    CameraPose pose = camera.pose();
    List<CameraLens> lenses =
        pose.lenses().stream()
            .map(
                lens ->
                    CameraLens.of(
                        Math.rint((lens.azimuthDegrees() + 180) * 10) / 10 % 360,
                        lens.angleDegrees(),
                        lens.rangeMeters()))
            .toList();
    return with(
        camera,
        new CameraPose(
            pose.location(),
            pose.mountHeightMeters(),
            pose.indoor(),
            lenses,
            pose.directionCertainty(),
            pose.turn()),
        camera.state());
  }

  static Camera working(Camera camera) {
    return with(camera, camera.pose(), CameraState.ONLINE);
  }

  private static Camera with(Camera camera, CameraPose pose, CameraState state) {
    return new Camera(
        camera.id(),
        camera.name(),
        pose,
        state,
        camera.upkeep(),
        camera.gridCode(),
        camera.generated());
  }
}
