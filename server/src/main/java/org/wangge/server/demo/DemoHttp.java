package org.wangge.server.demo;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.demo.DemoTown;
import org.wangge.demo.Whereabouts;
import org.wangge.fault.NotFound;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.storage.Points;

/** The demonstration over HTTP, for the command line. */
public final class DemoHttp {
  private final DemoLoader loader;
  private final Supplier<Optional<DemoTown>> town;
  private final Clock clock;

  DemoHttp(DemoLoader loader, Supplier<Optional<DemoTown>> town, Clock clock) {
    this.loader = loader;
    this.town = town;
    this.clock = clock;
  }

  /**
   * {@code GET /api/demo/people?at=}: who of the generated town truly stood where, at any instant.
   */
  public void people(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at");
    Instant at = parameters.instant("at").orElse(clock.instant());
    List<Whereabouts> out =
        town.get().orElseThrow(() -> new NotFound("demonstration-unknown", Map.of())).peopleAt(at);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(out, out.size(), DemoHttp::feature, Whereabouts::who, at));
  }

  private static Map<String, Object> feature(Whereabouts one) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("staffCode", one.who());
    properties.put("state", one.walking() ? "walking" : "standing");
    properties.put("since", one.since().toString());
    properties.put("headingDegrees", Math.round(one.headingDegrees() * 10) / 10.0);
    properties.put("generated", true);
    return FeaturePage.feature(one.who(), Points.toDegrees(one.location()), properties);
  }

  /** {@code POST /api/demo?grids=8256}. */
  public void load(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grids");
    if (parameters.text("grids").isEmpty()) {
      throw new Malformed("grids", "parameter-missing", Map.of("name", "grids"));
    }
    int grids = parameters.integer("grids", 0, 0, Integer.MAX_VALUE);
    int areas = loader.loadCity(Callers.of(ctx), grids);
    ctx.status(201);
    Json.write(ctx, "application/json", Map.of("areas", areas));
  }
}
