package org.wangge.server.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionBatch;
import org.wangge.patrol.PositionIntake;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FileBody;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about positions, strictly. */
final class PositionRequests {
  private static final int MOST_FIXES = 1_000;
  private static final int MOST_PACKED = 20_000;
  private static final int LONGEST_BATCH = 400_000;
  private static final int LONGEST_FILE = 8_000_000;
  private static final int MOST_PEOPLE = 2_000;
  private static final int FARTHEST_METERS = 100_000;

  private PositionRequests() {}

  /**
   * Positions that are wanted.
   *
   * @param near only what is near this point, the nearest first; null for all
   * @param withinMeters nothing farther
   * @param grid only in this area and below; null for anywhere
   * @param limit at most so many
   */
  record ListRequest(
      @Nullable LatticePoint near, int withinMeters, @Nullable String grid, int limit) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "near", "within", "grid", "limit");
    return new ListRequest(
        parameters.point("near").orElse(null),
        parameters.integer("within", 3_000, 1, FARTHEST_METERS),
        parameters.text("grid").orElse(null),
        parameters.integer("limit", MOST_PEOPLE, 1, MOST_PEOPLE));
  }

  /**
   * A batch of fixes.
   *
   * @param fixes as they were sent
   * @param generated whether the sender says that a demonstration made them up
   */
  record Batch(List<PositionIntake.Sent> fixes, boolean generated) {}

  /** A file that a device of the caller recorded. */
  static List<PositionIntake.Sent> gpx(Context ctx) {
    Parameters unused = Parameters.of(ctx);
    String staffCode =
        Callers.of(ctx)
            .staffCode()
            .orElseThrow(() -> new Invalid("gpx", "gpx-of-nobody", Map.of()));
    List<Fix> fixes = GpxFile.read(FileBody.read(ctx, LONGEST_FILE));
    return IntStream.range(0, fixes.size())
        .mapToObj(i -> new PositionIntake.Sent(i, staffCode, fixes.get(i)))
        .toList();
  }

  /** As {@link PositionBatch} packs it, or as JSON. */
  static Batch batch(Context ctx) {
    Parameters unused = Parameters.of(ctx);
    return PositionBatch.TYPE.equals(ctx.contentType()) ? packed(ctx) : json(ctx);
  }

  private static Batch packed(Context ctx) {
    List<PersonFixes> people;
    try {
      people = PositionBatch.decode(FileBody.read(ctx, LONGEST_BATCH));
    } catch (IllegalArgumentException e) {
      throw new Malformed("body", "positions-malformed", Map.of());
    }
    List<PositionIntake.Sent> fixes = new ArrayList<>();
    for (PersonFixes one : people) {
      for (Fix fix : one.fixes()) {
        fixes.add(new PositionIntake.Sent(fixes.size(), one.staffCode(), fix));
      }
    }
    requireNotMany(fixes.size(), MOST_PACKED);
    return new Batch(fixes, people.stream().allMatch(PersonFixes::generated));
  }

  private static void requireNotMany(int given, int most) {
    if (given > most) {
      throw new Invalid("fixes", "too-many-points", Map.of("given", given, "most", most));
    }
  }

  private static Batch json(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BATCH), "fixes", "crs", "generated");
    CoordinateSystem system = CoordinateSystems.parse(body.text("crs").orElse("EPSG:4326"));
    JsonNode given = body.getArray("fixes");
    requireNotMany(given.size(), MOST_FIXES);
    List<PositionIntake.Sent> fixes = new ArrayList<>(given.size());
    for (int i = 0; i < given.size(); i++) {
      fixes.add(fix(system, given.get(i), i));
    }
    return new Batch(fixes, body.node("generated").asBoolean(false));
  }

  private static PositionIntake.Sent fix(CoordinateSystem system, JsonNode node, int index) {
    String place = "fixes[" + index + "]";
    JsonBody one = JsonBody.within(place, node, "staffCode", "at", "lon", "lat", "accuracyMeters");
    JsonNode lon = one.node("lon");
    JsonNode lat = one.node("lat");
    if (!lon.isNumber() || !lat.isNumber()) {
      throw new Malformed(place, "point-malformed", Map.of("index", index));
    }
    Instant at =
        Parameters.instant(place + ".at", text(one, place, "at")).truncatedTo(ChronoUnit.MILLIS);
    try {
      org.wangge.geo.Position wgs84 = system.toWgs84(lon.doubleValue(), lat.doubleValue());
      return new PositionIntake.Sent(
          index,
          text(one, place, "staffCode"),
          new Fix(LatticePoint.ofDegrees(wgs84.lonDegrees(), wgs84.latDegrees()), at));
    } catch (Invalid e) {
      throw new Invalid(place, e.code(), e.details());
    }
  }

  private static String text(JsonBody one, String place, String name) {
    return one.text(name)
        .orElseThrow(
            () -> new Malformed(place + "." + name, "member-missing", Map.of("name", name)));
  }
}
