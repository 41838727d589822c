package org.wangge.plan.street;

import java.util.List;
import java.util.Map;
import org.wangge.fault.Invalid;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * A way along streets.
 *
 * @param line vertex by vertex, no two following ones the same
 * @param meters how long it is
 */
public record StreetPath(List<LatticePoint> line, double meters) {
  /** Further than this from every street, a place was not meant to be on one. */
  public static final double REACH_METERS = 60;

  public StreetPath {
    line = List.copyOf(line);
  }

  /**
   * The shortest way along streets between two places, each taken to the nearest street.
   *
   * @throws Invalid with field {@code from} or {@code to} and code {@code no-street-near}, or with
   *     field {@code to} and code {@code no-way-along-streets}; the details hold the place
   */
  public static StreetPath between(StreetNetwork streets, LatticePoint from, LatticePoint to) {
    return between(new StreetWays(streets), from, to);
  }

  /**
   * The shortest way along streets through a face that touches its border nowhere in between. A
   * place near where a street leaves the face is taken for that exit, so that the way leads from
   * border to border.
   *
   * @throws Invalid as {@link #between(StreetNetwork, LatticePoint, LatticePoint)}
   */
  public static StreetPath between(
      StreetNetwork streets, LatticePoint from, LatticePoint to, LatticeShape within) {
    StreetsWithin inside = StreetsWithin.of(streets, within);
    return between(
        inside.ways(),
        inside.exitNear(from, REACH_METERS).orElse(from),
        inside.exitNear(to, REACH_METERS).orElse(to));
  }

  private static StreetPath between(StreetWays ways, LatticePoint from, LatticePoint to) {
    int start = near(ways, from, "from");
    int end = near(ways, to, "to");
    return ways.from(start)
        .to(end)
        .filter(path -> path.line().size() > 1)
        .orElseThrow(() -> new Invalid("to", "no-way-along-streets", place(to)));
  }

  private static int near(StreetWays ways, LatticePoint place, String field) {
    return ways.enter(place, REACH_METERS)
        .orElseThrow(() -> new Invalid(field, "no-street-near", place(place)));
  }

  private static Map<String, Object> place(LatticePoint at) {
    return Map.of(
        "lon", Lattice.toDegrees(at.lon()),
        "lat", Lattice.toDegrees(at.lat()),
        "meters", Math.round(REACH_METERS));
  }
}
