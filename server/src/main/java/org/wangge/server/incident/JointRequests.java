package org.wangge.server.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.incident.joint.Decision;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about joint handling, strictly. */
final class JointRequests {
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_WHAT = 500;
  private static final int MOST_DUTIES = 99;

  private JointRequests() {}

  static String id(Context ctx) {
    return Parameters.of(ctx).part("id");
  }

  /** The one text of a body; empty where it has none. */
  static String text(Context ctx, String member) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), member);
    return IncidentRequests.limited(body, member, LONGEST_TEXT).orElse("");
  }

  /** Number of the duty that a path is about. */
  static int duty(Context ctx) {
    String given = Parameters.of(ctx).part("duty");
    if (!given.matches("[0-9]{1,6}")) {
      throw new Malformed("duty", "number-malformed", Map.of("name", "duty", "given", given));
    }
    return Integer.parseInt(given);
  }

  static Decision decision(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "text", "duties");
    List<Decision.Assignment> tasks = new ArrayList<>();
    for (JsonNode one : body.getArray("duties")) {
      tasks.add(assignment("duties[" + tasks.size() + "]", one));
      if (tasks.size() > MOST_DUTIES) {
        throw new Malformed("duties", "array-wanted", Map.of("name", "duties"));
      }
    }
    return new Decision(IncidentRequests.limited(body, "text", LONGEST_TEXT).orElse(""), tasks);
  }

  private static Decision.Assignment assignment(String place, JsonNode node) {
    JsonBody given = JsonBody.within(place, node, "to", "what", "due");
    String due =
        given
            .text("due")
            .orElseThrow(
                () -> new Malformed(place + ".due", "member-missing", Map.of("name", "due")));
    return new Decision.Assignment(
        HandlerJson.read(place + ".to", given.node("to")),
        IncidentRequests.limited(given, "what", LONGEST_WHAT).orElse(""),
        Parameters.instant(place + ".due", due));
  }
}
