package org.wangge.server.plan;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Parameters;

/** Reads requests about the lives of plans, strictly. */
final class PlanLifeRequests {
  private static final int LONGEST_BODY = 10_000;

  private PlanLifeRequests() {}

  private static Optional<JsonBody> body(Context ctx, String... known) {
    return ctx.contentLength() <= 0
        ? Optional.empty()
        : Optional.of(JsonBody.of(Json.read(ctx, LONGEST_BODY), known));
  }

  /** Why a step is taken; empty where the body says nothing. */
  static String reason(Context ctx) {
    return body(ctx, "reason").flatMap(body -> body.text("reason")).orElse("");
  }

  /** From when on a plan is to be in force; empty for now. */
  static Optional<Instant> effectiveFrom(Context ctx) {
    return body(ctx, "effectiveFrom")
        .flatMap(body -> body.text("effectiveFrom"))
        .map(text -> Parameters.instant("effectiveFrom", text));
  }
}
