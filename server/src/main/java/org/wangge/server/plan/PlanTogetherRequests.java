package org.wangge.server.plan;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.together.PlanComments;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Parameters;

/** Reads requests about snapshots, comments and locks of plans, strictly. */
final class PlanTogetherRequests {
  private static final int LONGEST_BODY = 20_000;

  private PlanTogetherRequests() {}

  /** The name of a snapshot to be made. */
  static String name(Context ctx) {
    return required(JsonBody.of(Json.read(ctx, LONGEST_BODY), "name"), "name");
  }

  private static String required(JsonBody body, String name) {
    return body.text(name)
        .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
  }

  /** The snapshot or comment that the address names; what is no number names none. */
  static long part(Parameters parameters, String part, String what) {
    String text = parameters.part(part);
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFound(what + "-unknown", Map.of(what, text));
    }
    return Long.parseLong(text);
  }

  /** A comment as it is written. */
  static PlanComments.Said comment(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "text",
            "face",
            "at",
            "edge",
            "between",
            "crs",
            "replyTo");
    return new PlanComments.Said(
        required(body, "text"),
        body.text("face").orElse(null),
        place(body, "at"),
        place(body, "edge"),
        between(body),
        replyTo(body));
  }

  private static @Nullable LatticePoint place(JsonBody body, String name) {
    String system = body.text("crs").orElse("EPSG:4326");
    return body.has(name)
        ? OperationRequests.point(CoordinateSystems.parse(system), name, body.getArray(name))
        : null;
  }

  /** Two grids that are not one. */
  private static List<String> between(JsonBody body) {
    if (!body.has("between")) {
      return List.of();
    }
    List<String> grids = new ArrayList<>();
    body.getArray("between").forEach(one -> grids.add(one.asText()));
    if (grids.size() != 2 || grids.get(0).equals(grids.get(1))) {
      throw new Invalid("between", "comment-between-two", Map.of("given", grids.size()));
    }
    return grids;
  }

  private static @Nullable Long replyTo(JsonBody body) {
    return body.integer("replyTo").isPresent()
        ? Long.valueOf(body.integer("replyTo").getAsInt())
        : null;
  }

  /**
   * A grid to be locked.
   *
   * @param face id of it
   * @param reason empty where the body says nothing
   */
  record Lock(String face, String reason) {}

  static Lock lock(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "face", "reason");
    return new Lock(required(body, "face"), body.text("reason").orElse(""));
  }
}
