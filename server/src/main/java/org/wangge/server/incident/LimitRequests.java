package org.wangge.server.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.Limit;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.limit.LimitRegister;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;
import org.wangge.server.clock.CalendarRequests;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.word.Word;

/** Reads requests about limits of stages, strictly. */
final class LimitRequests {
  private static final int LONGEST_BODY = 2_000;

  private LimitRequests() {}

  /** A new one. */
  record Draft(StageLimit.Scope scope, LimitRegister.Wanted wanted, ChangeReason reason) {}

  /** What another limit is to be. */
  record Edit(LimitRegister.Wanted wanted, ChangeReason reason) {}

  /** The one that the address names; what is no number names none. */
  static long id(Parameters parameters) {
    String text = parameters.part("id");
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFound("limit-unknown", Map.of("limit", text));
    }
    return Long.parseLong(text);
  }

  static Draft draft(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "category",
            "condition",
            "stage",
            "limit",
            "warnPercents",
            "reason",
            "case");
    StageLimit.Scope scope =
        new StageLimit.Scope(
            body.text("category").orElse(""),
            body.text("condition").orElse(""),
            stage(getText(body, "stage")));
    return new Draft(scope, wanted(body), CalendarRequests.reason(body));
  }

  static Edit edit(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BODY), "limit", "warnPercents", "reason", "case");
    return new Edit(wanted(body), CalendarRequests.reason(body));
  }

  static ChangeReason reason(Parameters parameters) {
    return new ChangeReason(
        parameters
            .word(
                "reason",
                word -> Word.find(ChangeReason.Kind.class, word),
                Arrays.stream(ChangeReason.Kind.values()).map(Word::word).toList())
            .orElseThrow(
                () -> new Malformed("reason", "parameter-missing", Map.of("name", "reason"))),
        parameters.text("case").orElse(""));
  }

  private static LimitRegister.Wanted wanted(JsonBody body) {
    List<Integer> percents = new ArrayList<>();
    for (JsonNode percent : body.getArray("warnPercents")) {
      if (!percent.isInt()) {
        throw new Malformed("warnPercents", "integer-wanted", Map.of("name", "warnPercents"));
      }
      percents.add(percent.intValue());
    }
    return new LimitRegister.Wanted(Limit.parse(getText(body, "limit")), percents);
  }

  private static Stage stage(String word) {
    return Word.find(Stage.class, word)
        .orElseThrow(
            () ->
                new Invalid(
                    "stage",
                    "rule-word-unknown",
                    Map.of(
                        "given",
                        word,
                        "known",
                        Arrays.stream(Stage.values()).map(Word::word).toList())));
  }

  private static String getText(JsonBody body, String name) {
    return body.text(name)
        .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
  }
}
