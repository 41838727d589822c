package org.wangge.server.camera;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.access.AreaScope;
import org.wangge.camera.cover.BlindSpot;
import org.wangge.camera.cover.CameraProposals;
import org.wangge.camera.cover.Counted;
import org.wangge.camera.cover.CoverTerms;
import org.wangge.camera.cover.GridCover;
import org.wangge.camera.cover.GridFigures;
import org.wangge.camera.cover.GridSpots;
import org.wangge.camera.cover.Pose;
import org.wangge.camera.cover.Proposal;
import org.wangge.camera.cover.SinceRedraw;
import org.wangge.camera.cover.UnseenCell;
import org.wangge.camera.cover.UnseenFound;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** What cameras see of grids, as JSON and GeoJSON. */
final class CoverJson {
  /** A grid of more has nothing but blind spots. */
  private static final int MOST_SPOTS = 200;

  private static final double THOUSANDTHS = 1_000;
  private static final double TENTHS = 10;

  private CoverJson() {}

  /** Figures of grids, in the order of their codes. */
  static Map<String, Object> figures(List<GridFigures> found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("terms", terms());
    json.put("grids", found.stream().map(CoverJson::grid).toList());
    return json;
  }

  private static Map<String, Object> terms() {
    CoverTerms terms = CoverTerms.USUAL;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("spacingMeters", terms.spacingMeters());
    json.put("houseMeters", terms.houseMeters());
    json.put("leastBlindSquareMeters", terms.leastBlindSquareMeters());
    return json;
  }

  private static Map<String, @Nullable Object> grid(GridFigures one) {
    GridCover cover = one.cover();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("grid", one.grid().code());
    json.put("name", one.grid().name());
    json.put("squareMeters", Math.round(cover.ground().squareMeters()));
    json.put("households", cover.ground().households());
    for (Counted by : Counted.values()) {
      Map<String, Object> seen = new LinkedHashMap<>();
      seen.put("share", round(cover.seenShare(by), THOUSANDTHS));
      seen.put("squareMeters", Math.round(cover.seenSquareMeters(by)));
      seen.put("households", round(cover.seenHouseholds(by), TENTHS));
      seen.put("cameras", cover.camerasSeeing(by));
      seen.put("camerasIn", by == Counted.ALL ? one.camerasIn() : one.onlineIn());
      json.put(by.word(), seen);
    }
    List<Double> blind = one.blindSquareMeters();
    json.put("blindSpots", blind.size());
    json.put("largestBlindSquareMeters", blind.isEmpty() ? 0 : Math.round(blind.get(0)));
    json.put("sinceRedraw", since(one.since()));
    return json;
  }

  /** How many came and went; null where it was never redrawn. */
  private static @Nullable Map<String, Object> since(SinceRedraw since) {
    if (since.at() == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", since.at().toString());
    json.put("before", since.before());
    json.put("lost", since.lost().size());
    json.put("gained", since.gained().size());
    return json;
  }

  private static double round(double value, double parts) {
    return Math.round(value * parts) / parts;
  }

  /** Blind spots as areas, with the figures of the grid beside them. */
  static Map<String, Object> spots(GridSpots found, AreaScope scope) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (BlindSpot spot : found.spots().subList(0, Math.min(MOST_SPOTS, found.spots().size()))) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put("squareMeters", Math.round(spot.squareMeters()));
      properties.put("households", round(spot.households(), TENTHS));
      properties.put(
          "labelPoint", List.of(spot.labelPoint().lonDegrees(), spot.labelPoint().latDegrees()));
      features.add(
          FeaturePage.feature(
              "blind-" + (features.size() + 1), spot.outline().toDegrees(), properties));
    }
    Map<String, Object> json = collection(features);
    json.put("by", found.by().word());
    json.put("blindSpotCount", found.spots().size());
    json.put("terms", terms());
    json.put("figures", grid(found.figures()));
    SinceRedraw since = found.figures().since();
    json.put(
        "lost",
        since.lost().stream().filter(one -> isTold(one, scope)).map(CoverJson::moved).toList());
    json.put("gained", since.gained().stream().map(CoverJson::moved).toList());
    return json;
  }

  /** Whether the reader may know of a camera that stands in another grid now. */
  private static boolean isTold(SinceRedraw.Moved lost, AreaScope scope) {
    String grid = lost.otherGrid().isEmpty() ? null : lost.otherGrid();
    return scope.covers(grid, lost.camera().location());
  }

  private static Map<String, Object> moved(SinceRedraw.Moved one) {
    return Map.of(
        "id", one.camera().id(), "name", one.camera().name(), "otherGrid", one.otherGrid());
  }

  private static Map<String, Object> collection(List<Map<String, Object>> features) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("features", features);
    return json;
  }

  /** Squares, those first where somebody should look. */
  static Map<String, Object> unseen(UnseenFound found, CoverRequests.UnseenRequest request) {
    List<Map<String, Object>> features = new ArrayList<>();
    int most = Math.min(request.limit(), found.cells().size());
    for (UnseenCell cell : found.cells().subList(0, most)) {
      features.add(cell(cell, features.size() + 1, found.patrolsKnown()));
    }
    Map<String, Object> json = collection(features);
    json.put("from", request.from().toString());
    json.put("to", request.to().toString());
    json.put("days", round(found.days(), TENTHS));
    json.put("incidents", found.incidents());
    json.put("patrolsKnown", found.patrolsKnown());
    json.put("cellCount", found.cells().size());
    return json;
  }

  private static Map<String, Object> cell(UnseenCell cell, int rank, boolean patrolsKnown) {
    LatticeBox box = cell.box();
    Envelope envelope = new Envelope(box.west(), box.east(), box.south(), box.north());
    LatticeShape shape = LatticeShape.ofScaled(LatticeShape.SCALED.toGeometry(envelope));
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("rank", rank);
    properties.put("grid", cell.gridCode());
    properties.put("incidents", cell.incidents());
    properties.put("seenShare", round(cell.seenShare(), THOUSANDTHS));
    properties.put("walks", patrolsKnown ? cell.walks() : null);
    properties.put("score", round(cell.score(), THOUSANDTHS));
    return FeaturePage.feature("cell-" + rank, shape.toDegrees(), properties);
  }

  /** Cameras that might be put up, the best first. */
  static Map<String, Object> proposals(CameraProposals.Chosen chosen) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Proposal one : chosen.proposals()) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put("rank", features.size() + 1);
      properties.put("azimuthDegrees", one.azimuthDegrees());
      properties.put("households", round(one.gain().households(), TENTHS));
      properties.put("squareMeters", Math.round(one.gain().squareMeters()));
      properties.put("householdsTogether", round(one.together().households(), TENTHS));
      properties.put("squareMetersTogether", Math.round(one.together().squareMeters()));
      features.add(
          FeaturePage.feature(
              "proposal-" + (features.size() + 1), Points.toDegrees(one.place()), properties));
    }
    Pose pose = Pose.USUAL;
    Map<String, Object> json = collection(features);
    json.put("mountHeightMeters", pose.mountCentimeters() / 100.0);
    json.put("angleDegrees", pose.angleDegrees());
    json.put("rangeMeters", pose.farMeters());
    json.put("candidates", chosen.candidates());
    json.put("complete", chosen.complete());
    return json;
  }
}
