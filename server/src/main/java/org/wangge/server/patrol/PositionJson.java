package org.wangge.server.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.patrol.LatestPositions;
import org.wangge.patrol.Position;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Positions as GeoJSON points. */
final class PositionJson {
  private PositionJson() {}

  /**
   * Where somebody is.
   *
   * @param names by staff code, as the caller may see them
   */
  static Map<String, Object> feature(
      LatestPositions.Near near, Map<String, Shown> names, Instant now) {
    Position one = near.position();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", one.staffCode());
    properties.put("staffCode", one.staffCode());
    properties.put("name", name(names, one.staffCode()));
    properties.put("at", one.fix().at().toString());
    properties.put("ageSeconds", Math.max(0, Duration.between(one.fix().at(), now).toSeconds()));
    properties.put("state", one.isStale(now) ? "stale" : one.walking() ? "walking" : "standing");
    properties.put("since", one.since().toString());
    properties.put("jumped", one.jumped());
    properties.put("grid", one.gridOrNull());
    if (!Double.isNaN(near.distanceMeters())) {
      properties.put("distanceMeters", Math.round(near.distanceMeters()));
    }
    properties.put("generated", one.generated());
    return FeaturePage.feature(one.staffCode(), Points.toDegrees(one.fix().location()), properties);
  }

  /** The name of a code as the caller may see it; null where there is none to be seen. */
  static @Nullable String name(Map<String, Shown> names, String staffCode) {
    Shown name = names.get(staffCode);
    return name == null ? null : name.text();
  }
}
