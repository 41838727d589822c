package org.wangge.server.evaluation;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.Score;
import org.wangge.fault.NotFound;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.word.Word;

/** Reads requests about evaluation, strictly. */
final class EvaluationRequests {
  private static final String TOKEN = "Wangge-Report-Token";
  private static final int LONGEST_BODY = 4_000;
  private static final int USUAL = 100;
  private static final List<String> SCORES = Arrays.stream(Score.values()).map(Word::word).toList();

  private EvaluationRequests() {}

  /** The token of a report, which stands in a header: an address ends up in logs. */
  static String token(Context ctx) {
    return Optional.ofNullable(ctx.header(TOKEN))
        .filter(token -> !token.isEmpty())
        .orElseThrow(() -> new Malformed(TOKEN, "header-missing", Map.of("name", TOKEN)));
  }

  /** What a reporter answers. */
  record Answer(Score score, String words) {
    /** Nothing personal gets into a log by being printed. */
    @Override
    public String toString() {
      return score.word();
    }
  }

  static Answer answer(Context ctx) {
    Parameters.of(ctx);
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "score", "words");
    String given =
        body.text("score")
            .orElseThrow(() -> new Malformed("score", "member-missing", Map.of("name", "score")));
    Score score =
        Score.find(given)
            .orElseThrow(
                () ->
                    new Malformed(
                        "score",
                        "word-unknown",
                        Map.of(
                            "name", "score", "given", given, "known", String.join(", ", SCORES))));
    return new Answer(score, body.text("words").orElse("").strip());
  }

  /**
   * What a list is asked for.
   *
   * @param query which; one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(EvaluationStore.Query query, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "score", "pending", "before", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, EvaluationStore.Query.MOST);
    return new ListRequest(
        new EvaluationStore.Query(
            parameters.text("grid").orElse(null),
            null,
            parameters.word("score", Score::find, SCORES).orElse(null),
            flag(parameters, "pending"),
            parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  static boolean flag(Parameters parameters, String name) {
    return parameters
        .word(
            name,
            word ->
                "true".equals(word) || "false".equals(word) ? Optional.of(word) : Optional.empty(),
            List.of("true", "false"))
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  /** The one that the address names; what is no number names none. */
  static long id(Context ctx) {
    String text = Parameters.of(ctx).part("id");
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFound("evaluation-unknown", Map.of("id", text));
    }
    return Long.parseLong(text);
  }

  /** What was found, where anything is said: the request may have no body. */
  static String remark(Context ctx) {
    return ctx.contentLength() <= 0
        ? ""
        : JsonBody.of(Json.read(ctx, LONGEST_BODY), "remark").text("remark").orElse("").strip();
  }

  static int days(Context ctx) {
    Parameters.of(ctx);
    return JsonBody.of(Json.read(ctx, LONGEST_BODY), "days")
        .integer("days")
        .orElseThrow(() -> new Malformed("days", "member-missing", Map.of("name", "days")));
  }
}
