package org.wangge.server.whistle;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.Limit;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Duty;
import org.wangge.incident.Handler;
import org.wangge.server.clock.CalendarRequests;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.incident.HandlerJson;
import org.wangge.whistle.Responder;
import org.wangge.whistle.Whistle;
import org.wangge.whistle.WhistleLevel;
import org.wangge.whistle.WhistleQuery;
import org.wangge.whistle.WhistleRule;
import org.wangge.word.Word;

/** Reads requests about whistles, strictly. */
final class WhistleRequests {
  private static final int LONGEST_BODY = 4_000;
  private static final int LONGEST_REASON = 500;
  private static final int USUAL = 100;

  private WhistleRequests() {}

  /**
   * What a list is asked for.
   *
   * @param query which; one more than the page holds
   * @param pageSize how many the page holds
   * @param own only those to which the caller was called
   */
  record ListRequest(WhistleQuery query, int pageSize, boolean own) {}

  static ListRequest list(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "open", "incident", "own", "before", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, WhistleQuery.MOST);
    return new ListRequest(
        new WhistleQuery(
            parameters.text("grid").orElse(null),
            parameters.flag("open"),
            parameters.text("incident").orElse(null),
            List.of(),
            parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize,
        parameters.flag("own"));
  }

  /** The one that the address names; what is no number names none. */
  static long id(Context ctx) {
    return Parameters.of(ctx).id("id", "whistle-unknown", "whistle");
  }

  static String reason(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "reason");
    String reason = body.text("reason").orElse("").strip();
    if (reason.length() > LONGEST_REASON) {
      throw new Malformed(
          "reason", "text-too-long", Map.of("name", "reason", "longest", LONGEST_REASON));
    }
    return reason;
  }

  /**
   * What somebody says who was called.
   *
   * @param forWhom who; empty for the caller
   */
  record Answered(Optional<Handler> forWhom, Responder.Reply reply) {}

  static Answered answer(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "to", "reply");
    return new Answered(to(body), body.getWord("reply", Responder.Reply.class));
  }

  private static Optional<Handler> to(JsonBody body) {
    return body.has("to") ? Optional.of(HandlerJson.read("to", body.node("to"))) : Optional.empty();
  }

  /**
   * That somebody is there.
   *
   * @param forWhom who; empty for the caller
   * @param atOrNull where their phone is; null where it does not say
   */
  record Reached(Optional<Handler> forWhom, @Nullable LatticePoint atOrNull) {}

  static Reached reached(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "to", "lon", "lat");
    boolean placed = body.has("lon") || body.has("lat");
    return new Reached(
        to(body),
        placed
            ? LatticePoint.ofDegrees(degrees(body, "lon", 180), degrees(body, "lat", 90))
            : null);
  }

  private static double degrees(JsonBody body, String name, int most) {
    JsonNode node = body.node(name);
    if (!node.isNumber() || Math.abs(node.doubleValue()) > most) {
      throw new Malformed(name, "number-malformed", Map.of("name", name, "given", node.toString()));
    }
    return node.doubleValue();
  }

  static Whistle.Outcome outcome(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "outcome");
    return body.getWord("outcome", EnumSet.of(Whistle.Outcome.HELPED, Whistle.Outcome.WITHDRAWN));
  }

  static WhistleLevel level(Context ctx) {
    String word = Parameters.of(ctx).part("level");
    return WhistleLevel.find(word)
        .orElseThrow(() -> new NotFound("whistle-level-unknown", Map.of("level", word)));
  }

  /** What another rule is to be. */
  record Edit(WhistleRule.Wanted wanted, ChangeReason reason) {}

  static Edit edit(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "answer",
            "arrival",
            "duties",
            "departments",
            "reason",
            "case");
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    for (JsonNode one : body.getArray("duties")) {
      duties.add(
          Duty.find(one.asText())
              .orElseThrow(() -> unknown("duties", one.asText(), Duty.values())));
    }
    return new Edit(
        new WhistleRule.Wanted(
            Limit.parse(body.getText("answer")),
            Limit.parse(body.getText("arrival")),
            duties,
            body.node("departments").asBoolean(false)),
        CalendarRequests.reason(body));
  }

  private static Malformed unknown(String name, String given, Word[] known) {
    String all = String.join(", ", Arrays.stream(known).map(Word::word).toList());
    return new Malformed(name, "word-unknown", Map.of("name", name, "given", given, "known", all));
  }
}
