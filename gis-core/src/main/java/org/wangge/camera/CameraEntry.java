package org.wangge.camera;

import org.wangge.access.Caller;
import org.wangge.geo.Validity;

/**
 * A camera in the register.
 *
 * @param camera as it stands, or stood then
 * @param valid since when, and until when
 * @param revision see {@link CameraHistory#revision}
 */
public record CameraEntry(Camera camera, Validity valid, int revision) {
  /** See {@link Camera#seenBy}. */
  public CameraEntry seenBy(Caller caller) {
    return new CameraEntry(camera.seenBy(caller), valid, revision);
  }

  public CameraKey key() {
    return new CameraKey(camera.id(), revision);
  }
}
