package org.wangge.server.shift;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.shift.ShiftRegister;

/** Reads requests about shifts, their log and handovers, strictly. */
final class LogRequests {
  private static final int LONGEST_BODY = 20_000;
  private static final int USUAL = 50;
  private static final int MOST = 500;

  private LogRequests() {}

  static String area(Context ctx) {
    return ShiftRequests.text(JsonBody.of(Json.read(ctx, LONGEST_BODY), "area"), "area");
  }

  /**
   * Which of a list.
   *
   * @param area of the tree
   * @param before only those with a smaller id
   * @param pageSize how many the page holds
   */
  record Page(String area, int before, int pageSize) {}

  static Page page(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area", "before", "limit");
    return new Page(
        parameters.getText("area"),
        parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
        parameters.integer("limit", USUAL, 1, MOST));
  }

  static ShiftRequests.Moment since(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area", "since");
    return new ShiftRequests.Moment(parameters.getText("area"), parameters.instant("since"));
  }

  /**
   * What is to be written down.
   *
   * @param area whose log
   * @param wanted what
   */
  record Written(String area, ShiftRegister.Wanted wanted) {}

  static Written written(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BODY), "area", "text", "incident", "corrects");
    String incident = body.text("incident").map(String::strip).orElse("");
    if (!incident.isEmpty() && !incident.matches("[0-9]{8}-[0-9]{4,6}")) {
      throw new Malformed("incident", "log-incident-malformed", Map.of("given", incident));
    }
    return new Written(
        ShiftRequests.text(body, "area"),
        new ShiftRegister.Wanted(
            body.getText("text"),
            incident.isEmpty() ? null : incident,
            body.has("corrects") ? body.getInteger("corrects") : null));
  }

  /**
   * What a handover is begun with.
   *
   * @param area whose
   * @param remarks what the outgoing side says
   */
  record Begun(String area, String remarks) {}

  static Begun begun(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "area", "remarks");
    return new Begun(ShiftRequests.text(body, "area"), body.text("remarks").orElse(""));
  }

  static String answer(Context ctx) {
    return JsonBody.of(Json.read(ctx, LONGEST_BODY), "answer").text("answer").orElse("");
  }
}
