package org.wangge.plan.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fault.Invalid;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;

/** Refusals that name a place: {@code lon} and {@code lat} among the details, degrees WGS 84. */
public final class Refusal {
  private Refusal() {}

  public static Invalid at(LatticePoint place, String field, String code, Map<String, ?> details) {
    return at(new Coordinate(place.lon(), place.lat()), field, code, details);
  }

  public static Invalid at(LatticePoint place, String field, String code) {
    return at(place, field, code, Map.of());
  }

  public static Invalid at(Coordinate scaled, String field, String code, Map<String, ?> details) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("lon", Lattice.toDegrees(Math.round(scaled.x)));
    all.put("lat", Lattice.toDegrees(Math.round(scaled.y)));
    all.putAll(details);
    return new Invalid(field, code, all);
  }
}
