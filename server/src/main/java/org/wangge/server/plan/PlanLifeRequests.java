package org.wangge.server.plan;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
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

  /** Numbers of the edits that a rebase may drop; none where the body names none. */
  static Set<Integer> drop(Context ctx) {
    Set<Integer> numbers = new HashSet<>();
    body(ctx, "drop")
        .filter(body -> body.has("drop"))
        .ifPresent(
            body ->
                body.getArray("drop")
                    .forEach(
                        one -> {
                          if (!one.isInt()) {
                            throw new Malformed("drop", "drop-malformed", Map.of());
                          }
                          numbers.add(one.intValue());
                        }));
    return numbers;
  }

  /**
   * Old outlines to be brought back.
   *
   * @param at of which instant; empty for the last one before the plan came into force
   * @param name of the plan that does it; empty for that of the old one
   */
  record Rollback(Optional<Instant> at, String name) {}

  static Rollback rollback(Context ctx) {
    Optional<JsonBody> body = body(ctx, "at", "name");
    return new Rollback(
        body.flatMap(one -> one.text("at")).map(text -> Parameters.instant("at", text)),
        body.flatMap(one -> one.text("name")).orElse(""));
  }
}
