package org.wangge.server.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.camera.Camera;
import org.wangge.camera.Covering;
import org.wangge.camera.Sector;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Cameras as GeoJSON. */
final class CameraJson {
  private CameraJson() {}

  static Map<String, Object> feature(Camera camera) {
    return FeaturePage.feature(
        camera.id(), Points.toDegrees(camera.location()), properties(camera));
  }

  /** Cameras that see a place, ranked from 1. */
  static Map<String, Object> covering(List<Covering> found, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Covering one : found) {
      Map<String, @Nullable Object> properties = properties(one.camera());
      properties.put("rank", features.size() + 1);
      properties.put("distanceMeters", one.distanceMeters());
      properties.put("offAxisDegrees", one.offAxisDegrees());
      Geometry place = Points.toDegrees(one.camera().location());
      features.add(FeaturePage.feature(one.camera().id(), place, properties));
    }
    return FeaturePage.of(features, features.size(), Function.identity(), any -> "", asOf);
  }

  /** The sector of a camera as an area. */
  static Map<String, Object> coverage(Camera camera) {
    Sector sector = Sector.of(camera);
    Map<String, @Nullable Object> properties = properties(camera);
    properties.put("estimated", sector.isEstimated());
    return FeaturePage.feature(camera.id(), sector.outline().toDegrees(), properties);
  }

  private static Map<String, @Nullable Object> properties(Camera camera) {
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
    return properties;
  }
}
