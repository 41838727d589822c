package org.wangge.server.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraFinding;
import org.wangge.camera.CameraHistory;
import org.wangge.camera.CameraLens;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.CameraVersion;
import org.wangge.camera.Coverage;
import org.wangge.camera.Covering;
import org.wangge.camera.NextCameras;
import org.wangge.camera.TurnSector;
import org.wangge.camera.sight.SeenGround;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Cameras as GeoJSON. */
final class CameraJson {
  /** Outlines take some milliseconds each; of so many a map can show them. */
  private static final int OUTLINED = 8;

  private CameraJson() {}

  static Map<String, Object> feature(CameraEntry entry) {
    return feature(entry, Map.of());
  }

  /** Cameras near a place, the nearest first. */
  static Map<String, Object> near(List<CameraRegister.Nearby> found, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (CameraRegister.Nearby one : found) {
      features.add(feature(one.entry(), Map.of("distanceMeters", one.distanceMeters())));
    }
    return page(features, asOf);
  }

  /** Cameras that come next along the streets, the nearest first. */
  static Map<String, Object> next(List<NextCameras.Next> found, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (NextCameras.Next one : found) {
      Map<String, Object> where =
          Map.of("distanceMeters", one.distanceMeters(), "bearingDegrees", one.bearingDegrees());
      features.add(feature(one.entry(), where));
    }
    return page(features, asOf);
  }

  /** How a camera stood, the oldest first. */
  static Map<String, Object> history(CameraHistory history, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (CameraVersion one : history.versions()) {
      features.add(
          feature(new CameraEntry(one.camera(), one.valid(), history.revision()), Map.of()));
    }
    Map<String, Object> page = page(features, asOf);
    page.put("revision", history.revision());
    page.put("knownSince", history.knownSince().toString());
    return page;
  }

  /** Cameras that see a place, ranked from 1; the first with the outline of all they see. */
  static Map<String, Object> covering(List<Covering> found, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Covering one : found) {
      Map<String, Object> how = new LinkedHashMap<>();
      how.put("rank", features.size() + 1);
      how.put("distanceMeters", one.verdict().distanceMeters());
      how.put("offAxisDegrees", one.verdict().offAxisDegrees());
      how.put("share", one.share());
      how.put("mustTurn", one.mustTurn());
      Covering.Past past = one.past();
      if (past != null) {
        how.put("seenFrom", past.during().from().toString());
        past.during().to().ifPresent(to -> how.put("seenTo", to.toString()));
        how.put("recording", past.recording().word());
      }
      if (features.size() < OUTLINED) {
        how.put("seen", SeenGround.of(one.sight()).outline());
      }
      features.add(feature(one.entry(), how));
    }
    return page(features, asOf);
  }

  private static Map<String, Object> feature(CameraEntry entry, Map<String, Object> more) {
    Camera camera = entry.camera();
    Map<String, @Nullable Object> properties = properties(camera);
    properties.put("validFrom", entry.valid().from().toString());
    properties.put("validTo", entry.valid().to().map(Instant::toString).orElse(null));
    properties.put("revision", entry.revision());
    properties.putAll(more);
    return FeaturePage.feature(camera.id(), Points.toDegrees(camera.location()), properties);
  }

  private static Map<String, Object> page(List<Map<String, Object>> features, Instant asOf) {
    return FeaturePage.of(features, features.size(), Function.identity(), any -> "", asOf);
  }

  /** What cameras see of the ground, cut by buildings. */
  static Map<String, Object> outlines(List<Coverage> all, Instant asOf) {
    return page(all.stream().map(CameraJson::outline).toList(), asOf);
  }

  private static Map<String, Object> outline(Coverage coverage) {
    Camera camera = coverage.camera();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", camera.id());
    properties.put("state", camera.state().word());
    properties.put("directionCertainty", camera.pose().directionCertainty().word());
    return FeaturePage.feature(camera.id(), coverage.ground().outline(), properties);
  }

  /** What a camera sees of the ground, cut by buildings; no geometry where it sees nothing. */
  static Map<String, Object> coverage(Coverage coverage) {
    SeenGround ground = coverage.ground();
    Map<String, @Nullable Object> properties = properties(coverage.camera());
    properties.put("estimated", coverage.camera().isEstimated());
    properties.put("nearMeters", coverage.camera().lens().nearMeters());
    properties.put("sectorSquareMeters", ground.sectorsSquareMeters());
    properties.put("seenSquareMeters", ground.squareMeters());
    properties.put("sector", ground.sectors());
    return FeaturePage.feature(coverage.camera().id(), ground.outline(), properties);
  }

  private static Map<String, @Nullable Object> properties(Camera camera) {
    CameraLens first = camera.pose().lenses().get(0);
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", camera.id());
    properties.put("name", camera.name());
    properties.put("azimuthDegrees", first.azimuthDegrees());
    properties.put("angleDegrees", first.angleDegrees());
    properties.put("rangeMeters", first.rangeMeters());
    properties.put("lenses", camera.pose().lenses().stream().map(CameraJson::lens).toList());
    properties.put("mountHeightMeters", camera.pose().mountHeightMeters());
    properties.put("indoor", camera.pose().indoor());
    properties.put("ptz", camera.ptz());
    properties.put("turn", turn(camera.pose().turn()));
    properties.put("state", camera.state().word());
    properties.put("directionCertainty", camera.pose().directionCertainty().word());
    properties.put("owner", camera.upkeep().owner());
    properties.put("contact", camera.upkeep().contact());
    properties.put("light", camera.upkeep().light().word());
    properties.put("keptDays", camera.upkeep().keptDays());
    properties.put("grid", camera.gridCode());
    properties.put("findings", camera.findings().stream().map(CameraFinding::word).toList());
    properties.put("generated", camera.generated());
    return properties;
  }

  private static Map<String, @Nullable Object> lens(CameraLens lens) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("azimuthDegrees", lens.azimuthDegrees());
    json.put("angleDegrees", lens.angleDegrees());
    json.put("nearMeters", lens.nearMeters());
    json.put("rangeMeters", lens.rangeMeters());
    return json;
  }

  private static @Nullable Map<String, Double> turn(@Nullable TurnSector turn) {
    return turn == null
        ? null
        : Map.of("azimuthDegrees", turn.azimuthDegrees(), "angleDegrees", turn.angleDegrees());
  }
}
