package org.wangge.server.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.Coverage;
import org.wangge.camera.Covering;
import org.wangge.camera.sight.SeenGround;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Cameras as GeoJSON. */
final class CameraJson {
  /** Outlines take some milliseconds each; of so many a map can show them. */
  private static final int OUTLINED = 8;

  private CameraJson() {}

  static Map<String, Object> feature(Camera camera) {
    return feature(camera, Map.of());
  }

  /** Cameras near a place, the nearest first. */
  static Map<String, Object> near(List<CameraRegister.Nearby> found, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (CameraRegister.Nearby one : found) {
      features.add(feature(one.camera(), Map.of("distanceMeters", one.distanceMeters())));
    }
    return page(features, asOf);
  }

  /** Cameras that see a place, ranked from 1; the first with the outline of all they see. */
  static Map<String, Object> covering(List<Covering> found, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Covering one : found) {
      Map<String, Object> how = new LinkedHashMap<>();
      how.put("rank", features.size() + 1);
      how.put("distanceMeters", one.verdict().distanceMeters());
      how.put("offAxisDegrees", one.verdict().offAxisDegrees());
      if (features.size() < OUTLINED) {
        how.put("seen", SeenGround.of(one.sight()).outline());
      }
      features.add(feature(one.camera(), how));
    }
    return page(features, asOf);
  }

  private static Map<String, Object> feature(Camera camera, Map<String, Object> more) {
    Map<String, @Nullable Object> properties = properties(camera);
    properties.putAll(more);
    return FeaturePage.feature(camera.id(), Points.toDegrees(camera.location()), properties);
  }

  private static Map<String, Object> page(List<Map<String, Object>> features, Instant asOf) {
    return FeaturePage.of(features, features.size(), Function.identity(), any -> "", asOf);
  }

  /** What a camera sees of the ground, cut by buildings; no geometry where it sees nothing. */
  static Map<String, Object> coverage(Coverage coverage) {
    SeenGround ground = coverage.ground();
    Map<String, @Nullable Object> properties = properties(coverage.camera());
    properties.put("estimated", coverage.camera().isEstimated());
    properties.put("sectorSquareMeters", ground.sectorsSquareMeters());
    properties.put("seenSquareMeters", ground.squareMeters());
    properties.put("sector", ground.sectors());
    return FeaturePage.feature(coverage.camera().id(), ground.outline(), properties);
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
