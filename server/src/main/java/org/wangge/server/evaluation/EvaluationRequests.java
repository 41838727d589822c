package org.wangge.server.evaluation;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.Score;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about evaluation, strictly. */
final class EvaluationRequests {
  private static final String TOKEN = "Wangge-Report-Token";
  private static final int LONGEST_BODY = 4_000;
  private static final int USUAL = 100;

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
    return new Answer(body.getWord("score", Score.class), body.text("words").orElse("").strip());
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
            parameters.word("score", Score.class).orElse(null),
            parameters.flag("pending"),
            parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  /** The one that the address names; what is no number names none. */
  static long id(Context ctx) {
    return Parameters.of(ctx).id("id", "evaluation-unknown", "id");
  }

  /** What was found, where anything is said: the request may have no body. */
  static String remark(Context ctx) {
    return ctx.contentLength() <= 0
        ? ""
        : JsonBody.of(Json.read(ctx, LONGEST_BODY), "remark").text("remark").orElse("").strip();
  }

  static int days(Context ctx) {
    Parameters.of(ctx);
    return JsonBody.of(Json.read(ctx, LONGEST_BODY), "days").getInteger("days");
  }
}
