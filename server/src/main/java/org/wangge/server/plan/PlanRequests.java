package org.wangge.server.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.record.PlanQuery;
import org.wangge.plan.record.PlanState;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about plans, strictly. */
final class PlanRequests {
  private static final int LONGEST_BODY = 200_000;
  private static final int MOST_PLANS = 1_000;
  private static final List<String> STATES =
      Arrays.stream(PlanState.values()).map(PlanState::word).toList();

  private PlanRequests() {}

  /**
   * A list of plans.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(PlanQuery query, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area", "state", "limit", "cursor");
    int pageSize = parameters.integer("limit", 100, 1, MOST_PLANS);
    return new ListRequest(
        new PlanQuery(
            parameters.text("area").orElse(null),
            parameters.word("state", PlanState::find, STATES).orElse(null),
            parameters.text("cursor").map(text -> number("cursor", text)).orElse(Long.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  private static long number(String field, String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new Malformed(field, "number-malformed", Map.of("name", field, "given", text));
    }
    return Long.parseLong(text);
  }

  /** The plan that the address names; what is no number names none. */
  static long id(Parameters parameters) {
    String text = parameters.part("id");
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFound("plan-unknown", Map.of("plan", text));
    }
    return Long.parseLong(text);
  }

  /**
   * A plan to begin.
   *
   * @param name what it is called
   * @param area code of the community or street
   */
  record Begin(String name, String area) {}

  static Begin begin(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "name", "area");
    return new Begin(required(body, "name"), required(body, "area"));
  }

  private static String required(JsonBody body, String name) {
    return body.text(name)
        .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
  }

  /** Whether an edit is only to be shown: {@code preview=true}. */
  static boolean isPreview(Parameters parameters) {
    return parameters.flag("preview");
  }

  /**
   * A copy of a plan.
   *
   * @param name what it is called
   * @param before only edits of smaller numbers
   */
  record Copy(String name, int before) {}

  static Copy copy(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "name", "before");
    return new Copy(required(body, "name"), body.integer("before").orElse(Integer.MAX_VALUE));
  }

  /**
   * An edit as it is asked for.
   *
   * @param wish what it is to do
   * @param after the edit that the plan stood at when it was seen; empty where nobody says
   */
  record Edit(PlanWish wish, OptionalInt after) {}

  static Edit edit(Context ctx) {
    JsonNode body = Json.read(ctx, LONGEST_BODY);
    return new Edit(OperationRequests.of(body), OperationRequests.after(body));
  }
}
