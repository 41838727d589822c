package org.wangge.camera;

import org.wangge.access.Caller;
import org.wangge.geo.Validity;

/**
 * A camera as it stands during a span of time.
 *
 * @param camera as it stands
 * @param valid during which
 */
public record CameraVersion(Camera camera, Validity valid) {
  /** See {@link Camera#seenBy}. */
  public CameraVersion seenBy(Caller caller) {
    return new CameraVersion(camera.seenBy(caller), valid);
  }
}
