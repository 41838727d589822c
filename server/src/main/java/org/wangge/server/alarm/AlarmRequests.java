package org.wangge.server.alarm;

import io.javalin.http.Context;
import java.util.Map;
import java.util.regex.Pattern;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmPriority;
import org.wangge.alarm.AlarmQuery;
import org.wangge.alarm.AlarmRegister;
import org.wangge.alarm.AlarmRule;
import org.wangge.alarm.Shelf;
import org.wangge.clock.ChangeReason;
import org.wangge.fault.NotFound;
import org.wangge.server.clock.CalendarRequests;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about alarms, strictly. */
final class AlarmRequests {
  private static final int LONGEST_BODY = 4_000;
  private static final int USUAL = 100;
  private static final Pattern AREA = Pattern.compile("[0-9A-Za-z-]{0,40}");

  private AlarmRequests() {}

  /**
   * What the log is asked for.
   *
   * @param query which; one more than the page holds
   * @param pageSize how many the page holds
   */
  record LogRequest(AlarmQuery query, int pageSize) {}

  static LogRequest log(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "kind", "priority", "incident", "since", "before", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, AlarmQuery.MOST - 1);
    return new LogRequest(
        new AlarmQuery(
            parameters.text("grid").orElse(null),
            parameters.word("kind", AlarmKind.class).orElse(null),
            parameters.word("priority", AlarmPriority.class).orElse(null),
            parameters.text("incident").orElse(null),
            parameters.instant("since").orElse(null),
            parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  /** The alarm that the address names; what is no number names none. */
  static long id(Context ctx) {
    return Parameters.of(ctx).id("id", "alarm-unknown", "alarm");
  }

  static long shelf(Context ctx) {
    return Parameters.of(ctx).id("shelf", "alarm-shelf-unknown", "shelf");
  }

  static String key(Context ctx) {
    return Parameters.of(ctx).part("key");
  }

  /** Up to which alarm a row was seen. */
  static long upTo(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "upTo");
    String text = body.getText("upTo");
    if (!text.matches("[0-9]{1,18}")) {
      throw new Malformed("upTo", "number-malformed", Map.of("name", "upTo", "given", text));
    }
    return Long.parseLong(text);
  }

  static AlarmRegister.Wish wish(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "kind", "area", "minutes", "reason");
    String area = body.text("area").orElse("");
    if (!AREA.matcher(area).matches()) {
      throw new Malformed("area", "alarm-area-malformed", Map.of("given", area));
    }
    return new AlarmRegister.Wish(
        body.word("kind", AlarmKind.class).orElse(null),
        area,
        body.integer("minutes").orElse(0),
        body.getWord("reason", Shelf.Reason.class));
  }

  static AlarmKind kind(Context ctx) {
    String word = Parameters.of(ctx).part("alarm");
    return AlarmKind.find(word)
        .orElseThrow(() -> new NotFound("alarm-kind-unknown", Map.of("kind", word)));
  }

  /** What another rule is to be. */
  record Edit(AlarmRule.Wanted wanted, ChangeReason reason) {}

  static Edit edit(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY), "priority", "longestShelfMinutes", "reason", "case");
    return new Edit(
        new AlarmRule.Wanted(
            body.getWord("priority", AlarmPriority.class),
            body.integer("longestShelfMinutes").orElse(0)),
        CalendarRequests.reason(body));
  }
}
