package org.wangge.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.geo.Validity;

/**
 * How a camera stood from its first day on, as known at an instant.
 *
 * @param id of the camera
 * @param revision grows with each change that is put on record
 * @param knownSince instant of the newest of these changes
 * @param versions the oldest first; at least one; none overlaps another
 */
public record CameraHistory(
    String id, int revision, Instant knownSince, List<CameraVersion> versions) {

  public CameraHistory {
    versions = List.copyOf(versions);
  }

  /** How it stood at an instant; empty before its first day and after its last. */
  public Optional<CameraVersion> at(Instant instant) {
    return versions.stream().filter(one -> one.valid().contains(instant)).findFirst();
  }

  /** The last version, which has no end unless the camera was taken down. */
  public CameraVersion newest() {
    return versions.get(versions.size() - 1);
  }

  /**
   * The versions after a change that holds from an instant on, up to the next one that is on record
   * for a later time: what is known to have happened since is not lost.
   *
   * @throws NotFound with code {@code camera-not-standing} when it did not stand then
   */
  public List<CameraVersion> changed(Instant from, UnaryOperator<Camera> change) {
    CameraVersion held = standing(from);
    List<CameraVersion> after = new ArrayList<>();
    for (CameraVersion one : versions) {
      if (one.equals(held)) {
        untilThen(held, from, after);
        Camera now = change.apply(held.camera());
        after.add(new CameraVersion(now, new Validity(from, held.valid().end())));
      } else {
        after.add(one);
      }
    }
    return after;
  }

  /**
   * The versions of a camera that was taken down at an instant.
   *
   * @throws NotFound with code {@code camera-not-standing} when it did not stand then
   * @throws Conflict with code {@code camera-changed-later} when something is on record for a later
   *     time
   */
  public List<CameraVersion> ended(Instant from) {
    CameraVersion held = standing(from);
    if (!held.equals(newest())) {
      throw new Conflict("camera-changed-later", details(from));
    }
    List<CameraVersion> after = new ArrayList<>(versions.subList(0, versions.size() - 1));
    untilThen(held, from, after);
    if (after.isEmpty()) {
      throw new Conflict("camera-ends-at-start", details(from));
    }
    return after;
  }

  private CameraVersion standing(Instant from) {
    return at(from).orElseThrow(() -> new NotFound("camera-not-standing", details(from)));
  }

  private Map<String, Object> details(Instant from) {
    return Map.of("id", id, "from", from.toString());
  }

  private static void untilThen(CameraVersion held, Instant from, List<CameraVersion> into) {
    Instant begun = held.valid().from();
    if (begun.isBefore(from)) {
      into.add(new CameraVersion(held.camera(), held.valid().until(from)));
    }
  }
}
