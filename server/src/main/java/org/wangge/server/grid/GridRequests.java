package org.wangge.server.grid;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.fault.Invalid;
import org.wangge.geo.AsOf;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Position;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about areas, strictly. */
final class GridRequests {
  private static final int MOST_AREAS = 10_000;
  private static final int MOST_POINTS = 10_000;
  private static final int LONGEST_POINTS_BODY = 2_000_000;
  private static final int LONGEST_AREA_BODY = 5_000_000;
  private static final List<String> LEVELS =
      Arrays.stream(Level.values()).map(Level::word).toList();
  private static final List<String> GEOMETRIES = List.of("outline", "none");

  private GridRequests() {}

  /**
   * A list of areas.
   *
   * @param query which; asks for one more than the page holds, to know whether there is another
   * @param pageSize how many the page holds
   * @param withOutlines whether the caller wants the outlines
   */
  record ListRequest(AreaQuery query, int pageSize, boolean withOutlines) {}

  static ListRequest list(Context ctx, Instant now) {
    Parameters parameters =
        Parameters.of(
            ctx,
            "partition",
            "level",
            "parent",
            "bbox",
            "q",
            "at",
            "known",
            "geometry",
            "limit",
            "cursor");
    int pageSize = parameters.integer("limit", 1_000, 1, MOST_AREAS);
    boolean withOutlines =
        parameters
            .word("geometry", GridRequests::geometry, GEOMETRIES)
            .orElse("outline")
            .equals("outline");
    AreaQuery query =
        new AreaQuery(
            parameters.text("partition").orElse(Partition.TREE),
            parameters.asOf(now),
            parameters.word("level", Level::find, LEVELS).orElse(null),
            parameters.text("parent").orElse(null),
            parameters.box("bbox").orElse(null),
            parameters.text("q").map(String::trim).orElse(null),
            parameters.text("cursor").orElse(""),
            pageSize + 1);
    return new ListRequest(query, pageSize, withOutlines);
  }

  private static Optional<String> geometry(String word) {
    return Optional.of(word).filter(GEOMETRIES::contains);
  }

  static AreaKey key(Parameters parameters) {
    return new AreaKey(
        parameters.text("partition").orElse(Partition.TREE), parameters.part("code"));
  }

  /**
   * Points to be looked up.
   *
   * @param points on the lattice, WGS 84
   * @param asOf as of when; empty for now
   */
  record AtRequest(List<LatticePoint> points, Optional<AsOf> asOf) {}

  static AtRequest at(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, "lon", "lat", "crs", "at", "known");
    CoordinateSystem system = CoordinateSystems.parse(parameters.text("crs").orElse("EPSG:4326"));
    LatticePoint point = point(system, parameters.getNumber("lon"), parameters.getNumber("lat"));
    return new AtRequest(
        List.of(point), asOf(parameters.instant("at"), parameters.instant("known"), now));
  }

  static AtRequest manyAt(Context ctx, Instant now) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_POINTS_BODY), "points", "crs", "at", "known");
    CoordinateSystem system = CoordinateSystems.parse(body.text("crs").orElse("EPSG:4326"));
    JsonNode given = body.getArray("points");
    if (given.size() > MOST_POINTS) {
      throw new Invalid(
          "points", "too-many-points", Map.of("given", given.size(), "most", MOST_POINTS));
    }
    List<LatticePoint> points = new ArrayList<>(given.size());
    for (int i = 0; i < given.size(); i++) {
      points.add(pointAt(system, given.get(i), i));
    }
    Function<String, Optional<Instant>> instant =
        name -> body.text(name).map(text -> Parameters.instant(name, text));
    return new AtRequest(points, asOf(instant.apply("at"), instant.apply("known"), now));
  }

  private static LatticePoint pointAt(CoordinateSystem system, JsonNode pair, int i) {
    String place = "points[" + i + "]";
    if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
      throw new Malformed(place, "point-malformed", Map.of("index", i));
    }
    try {
      return point(system, pair.get(0).doubleValue(), pair.get(1).doubleValue());
    } catch (Invalid e) {
      throw new Invalid(place, e.code(), e.details());
    }
  }

  private static LatticePoint point(CoordinateSystem system, double x, double y) {
    Position position = system.toWgs84(x, y);
    return LatticePoint.ofDegrees(position.lonDegrees(), position.latDegrees());
  }

  private static Optional<AsOf> asOf(Optional<Instant> at, Optional<Instant> known, Instant now) {
    if (at.isEmpty() && known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AsOf(at.orElse(now), known.orElse(now)));
  }

  /** The body of a change or an addition: a GeoJSON feature. */
  static JsonNode feature(Context ctx) {
    return Json.read(ctx, LONGEST_AREA_BODY);
  }
}
