package org.wangge.server.demo;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** The demonstration over HTTP, for the command line. */
public final class DemoHttp {
  private final DemoLoader loader;

  DemoHttp(DemoLoader loader) {
    this.loader = loader;
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
