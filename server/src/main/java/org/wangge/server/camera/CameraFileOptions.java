package org.wangge.server.camera;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.server.http.Parameters;

/**
 * What to do with a file of cameras, and what to take for granted where it does not say.
 *
 * @param onlyTry whether only to tell what would happen
 * @param skipsBad whether records that cannot be taken are left out; else nothing is taken
 * @param system of its coordinates
 * @param centre 8 digits that numbers are made from where a record has none; empty to refuse these
 * @param mountHeightMeters where a record does not say
 * @param angleDegrees where a record does not say
 * @param rangeMeters where a record does not say
 * @param from since when they stand so; null for now
 */
record CameraFileOptions(
    boolean onlyTry,
    boolean skipsBad,
    CoordinateSystem system,
    String centre,
    int mountHeightMeters,
    int angleDegrees,
    int rangeMeters,
    @Nullable Instant from) {

  static CameraFileOptions of(Context ctx) {
    Parameters parameters =
        Parameters.of(
            ctx, "try", "skip", "crs", "centre", "mount", "angle", "range", "from", "format");
    Optional<String> centre = parameters.text("centre");
    if (centre.isPresent() && !centre.get().matches("[0-9]{8}")) {
      throw new Invalid("centre", "camera-centre-malformed", Map.of("given", centre.get()));
    }
    return new CameraFileOptions(
        parameters.flag("try"),
        parameters.flag("skip"),
        CoordinateSystems.parse(parameters.text("crs").orElse("EPSG:4326")),
        centre.orElse(""),
        parameters.integer("mount", 5, 1, 100),
        parameters.integer("angle", 60, 1, 360),
        parameters.integer("range", 60, 1, 5_000),
        parameters.instant("from").orElse(null));
  }
}
