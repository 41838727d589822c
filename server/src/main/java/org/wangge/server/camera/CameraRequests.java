package org.wangge.server.camera;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraState;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Position;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about cameras, strictly. */
final class CameraRequests {
  private static final int MOST = 10_000;
  private static final int FARTHEST_METERS = 100_000;
  private static final List<String> STATES =
      Arrays.stream(CameraState.values()).map(CameraState::word).toList();

  private CameraRequests() {}

  /**
   * A list of cameras.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   * @param near only what is near this point, the nearest first; null for all, by their ids
   * @param withinMeters of that point
   */
  record ListRequest(
      CameraQuery query, int pageSize, @Nullable LatticePoint near, int withinMeters) {}

  static ListRequest list(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "state", "bbox", "near", "within", "limit", "cursor");
    int pageSize = parameters.integer("limit", 1_000, 1, MOST);
    return new ListRequest(
        new CameraQuery(
            parameters.text("grid").orElse(null),
            parameters.word("state", CameraState::find, STATES).orElse(null),
            parameters.box("bbox").orElse(null),
            parameters.text("cursor").orElse(""),
            pageSize + 1),
        pageSize,
        parameters.point("near").orElse(null),
        parameters.integer("within", 500, 1, FARTHEST_METERS));
  }

  /** The place asked for. Poses have no history yet, so a period is only checked. */
  static LatticePoint covering(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "lon", "lat", "crs", "from", "to");
    Optional<Instant> from = parameters.instant("from");
    Optional<Instant> to = parameters.instant("to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new Malformed(
          "to",
          "period-reversed",
          Map.of("from", parameters.getText("from"), "to", parameters.getText("to")));
    }
    CoordinateSystem system = CoordinateSystems.parse(parameters.text("crs").orElse("EPSG:4326"));
    Position position = system.toWgs84(parameters.getNumber("lon"), parameters.getNumber("lat"));
    return position.toLattice();
  }
}
