package org.wangge.server.camera;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Cameras as GeoJSON. */
final class CameraJson {
  private CameraJson() {}

  static Map<String, Object> feature(Camera camera) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", camera.id());
    properties.put("name", camera.name());
    properties.put("azimuthDegrees", camera.azimuthDegrees());
    properties.put("angleDegrees", camera.angleDegrees());
    properties.put("rangeMeters", camera.rangeMeters());
    properties.put("mountHeightMeters", camera.mountHeightMeters());
    properties.put("ptz", camera.ptz());
    properties.put("state", camera.state().word());
    properties.put("directionCertainty", camera.directionCertainty().word());
    properties.put("grid", camera.gridCode());
    properties.put("generated", camera.generated());
    return FeaturePage.feature(camera.id(), Points.toDegrees(camera.location()), properties);
  }
}
