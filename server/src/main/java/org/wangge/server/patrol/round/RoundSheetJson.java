package org.wangge.server.patrol.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.wangge.access.AreaScope;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Position;
import org.wangge.patrol.round.RoundJudging;
import org.wangge.patrol.round.RunComparison;
import org.wangge.patrol.round.Span;
import org.wangge.patrol.round.StreetPart;
import org.wangge.server.http.FeaturePage;

/** What a patrol's sheet draws: grids, and streets walked and not, as GeoJSON. */
final class RoundSheetJson {
  private RoundSheetJson() {}

  /** Of the grids within a scope. */
  static Map<String, Object> of(RoundJudging.Sheet sheet, AreaScope scope) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (RunComparison.Ground ground : sheet.grounds()) {
      String code = ground.grid().code();
      if (scope.covers(code)) {
        features.add(grid(ground, sheet.compared().passes().getOrDefault(code, List.of())));
        sheet
            .compared()
            .streets()
            .getOrDefault(code, List.of())
            .forEach(part -> features.add(street(part, features.size())));
      }
    }
    return Map.of("type", "FeatureCollection", "features", features);
  }

  private static Map<String, Object> grid(RunComparison.Ground ground, List<Span> passes) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("kind", "grid");
    properties.put("code", ground.grid().code());
    properties.put("passes", passes.stream().map(RoundJson::span).toList());
    return FeaturePage.feature(ground.grid().code(), ground.grid().shape().toDegrees(), properties);
  }

  private static Map<String, Object> street(StreetPart part, int number) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("kind", "street");
    properties.put("street", part.streetId());
    properties.put("walked", part.walked());
    properties.put("meters", Math.round(part.meters()));
    return FeaturePage.feature("part-" + number, line(part.from(), part.to()), properties);
  }

  private static LineString line(Position from, Position to) {
    return LatticeShape.DEGREES.createLineString(
        new Coordinate[] {
          new Coordinate(from.lonDegrees(), from.latDegrees()),
          new Coordinate(to.lonDegrees(), to.latDegrees())
        });
  }
}
