package org.wangge.server.footage;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.wangge.fault.Invalid;
import org.wangge.footage.RetrievalReason;
import org.wangge.footage.RetrievalRequest;
import org.wangge.footage.Span;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about footage, strictly. */
final class FootageRequests {
  private static final int LONGEST_BYTES = 2_000;

  private FootageRequests() {}

  /** What somebody wants to look at, and why. */
  static RetrievalRequest retrieval(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BYTES), "cameras", "from", "to", "why", "case");
    Set<String> cameras = new LinkedHashSet<>();
    for (JsonNode one : body.getArray("cameras")) {
      if (!one.isTextual()) {
        throw new Malformed("cameras", "text-wanted", Map.of("name", "cameras"));
      }
      cameras.add(one.textValue());
    }
    return new RetrievalRequest(
        cameras,
        span(
            Parameters.instant("from", body.getText("from")),
            Parameters.instant("to", body.getText("to"))),
        body.getWord("why", RetrievalReason.class),
        body.text("case").orElse(""));
  }

  private static Span span(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new Invalid(
          "to", "span-backwards", Map.of("from", from.toString(), "to", to.toString()));
    }
    return new Span(from, to);
  }
}
