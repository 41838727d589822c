package org.wangge.server.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tells whoever watches the program whether it lives and whether it can work. */
public final class Health {
  private final BooleanSupplier ready;
  private final Supplier<Map<String, String>> links;

  /**
   * Makes the teller.
   *
   * @param ready whether requests can be answered now; must be quick and not throw
   * @param links how programs stand that are of use and can be done without; likewise
   */
  public Health(BooleanSupplier ready, Supplier<Map<String, String>> links) {
    this.ready = ready;
    this.links = links;
  }

  /** {@code GET /healthz}: the process runs. */
  public void alive(Context ctx) {
    Json.write(ctx, "application/json", Map.of("status", "alive"));
  }

  /**
   * {@code GET /readyz}: the database answers; 503 when it does not. What else it links to changes
   * nothing.
   */
  public void ready(Context ctx) {
    boolean now = ready.getAsBoolean();
    ctx.status(now ? 200 : 503);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", now ? "ready" : "not-ready");
    Map<String, String> linked = links.get();
    if (!linked.isEmpty()) {
      answer.put("links", linked);
    }
    Json.write(ctx, "application/json", answer);
  }
}
