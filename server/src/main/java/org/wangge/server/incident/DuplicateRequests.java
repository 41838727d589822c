package org.wangge.server.incident;

import io.javalin.http.Context;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Position;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Parameters;

/** Reads requests about likely duplicates, strictly. */
final class DuplicateRequests {
  private static final int LONGEST_BODY = 1_000;

  private DuplicateRequests() {}

  /** What somebody is about to report. */
  record Around(LatticePoint place, String category) {}

  static Around around(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "lon", "lat", "crs", "category");
    CoordinateSystem system = CoordinateSystems.parse(parameters.text("crs").orElse("EPSG:4326"));
    Position position = system.toWgs84(parameters.getNumber("lon"), parameters.getNumber("lat"));
    return new Around(
        LatticePoint.ofDegrees(position.lonDegrees(), position.latDegrees()),
        parameters.getText("category"));
  }

  static String id(Context ctx) {
    return Parameters.of(ctx).part("id");
  }

  /** Id of the incident as which another shall go on. */
  static String into(Context ctx) {
    return JsonBody.of(Json.read(ctx, LONGEST_BODY), "into").getText("into");
  }

  /** Where an incident is found to be. */
  static LatticePoint place(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "lon", "lat", "crs");
    return IncidentRequests.place(body);
  }
}
