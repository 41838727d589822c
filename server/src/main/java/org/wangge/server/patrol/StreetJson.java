package org.wangge.server.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.patrol.street.StreetWay;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.patrol.street.StreetWays;

/** Ways along streets as GeoJSON lines. */
final class StreetJson {
  private StreetJson() {}

  /** All pieces, and of each track how far it went along streets and beside them. */
  static Map<String, Object> collection(List<StreetWays.Matched> all, Instant asOf) {
    List<Map<String, Object>> features = new ArrayList<>();
    List<Map<String, Object>> tracks = new ArrayList<>();
    for (StreetWays.Matched one : all) {
      int number = 0;
      for (StreetWay.Piece piece : one.way().pieces()) {
        number++;
        features.add(feature(one, piece, number));
      }
      tracks.add(
          Map.of(
              "id", one.track().id(),
              "staffCode", one.track().staffCode(),
              "streetMeters", Math.round(one.way().streetMeters()),
              "besideMeters", Math.round(one.way().besideMeters())));
    }
    return Map.of(
        "type",
        "FeatureCollection",
        "features",
        features,
        "tracks",
        tracks,
        "asOf",
        asOf.toString());
  }

  private static Map<String, Object> feature(
      StreetWays.Matched one, StreetWay.Piece piece, int number) {
    String id = one.track().id() + "/" + number;
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", id);
    properties.put("trackId", one.track().id());
    properties.put("staffCode", one.track().staffCode());
    properties.put("streetId", piece.street());
    piece.streetId().map(one.names()::get).ifPresent(name -> put(properties, name));
    properties.put("meters", Math.round(piece.meters()));
    properties.put("from", piece.from().toString());
    properties.put("to", piece.to().toString());
    return FeaturePage.feature(id, line(piece.line()), properties);
  }

  private static void put(Map<String, @Nullable Object> properties, StreetWays.Name name) {
    properties.put("nameZh", name.zh());
    properties.put("nameEn", name.en());
  }

  private static LineString line(List<LatticePoint> points) {
    return LatticeShape.DEGREES.createLineString(
        points.stream()
            .map(at -> new Coordinate(at.lonDegrees(), at.latDegrees()))
            .toArray(Coordinate[]::new));
  }
}
