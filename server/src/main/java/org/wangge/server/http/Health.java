package org.wangge.server.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Tells whoever watches the program whether it lives and whether it can work. */
public final class Health {
  private final BooleanSupplier ready;

  /**
   * Makes the teller.
   *
   * @param ready whether requests can be answered now; must be quick and not throw
   */
  public Health(BooleanSupplier ready) {
    this.ready = ready;
  }

  /** {@code GET /healthz}: the process runs. */
  public void alive(Context ctx) {
    Json.write(ctx, "application/json", Map.of("status", "alive"));
  }

  /** {@code GET /readyz}: the database answers; 503 when it does not. */
  public void ready(Context ctx) {
    boolean now = ready.getAsBoolean();
    ctx.status(now ? 200 : 503);
    Json.write(ctx, "application/json", Map.of("status", now ? "ready" : "not-ready"));
  }
}
