package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.patrol.LookKind;
import org.wangge.patrol.LookQuery;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.word.Word;

/** Reads requests about who looked, strictly. Whom they looked at is never asked: the caller. */
final class LookRequests {
  private static final int MOST = 500;
  private static final List<String> KINDS =
      Arrays.stream(LookKind.values()).map(LookKind::word).toList();

  private LookRequests() {}

  /** A page, one more than it holds. */
  static LookQuery list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "kind", "reader", "from", "to", "limit", "cursor");
    return query(
        parameters,
        parameters.text("cursor").map(LookRequests::id).orElse(null),
        parameters.integer("limit", 50, 1, MOST) + 1);
  }

  /** All that match, so many at once. */
  static LookQuery export(Context ctx, int atOnce) {
    return query(Parameters.of(ctx, "kind", "reader", "from", "to"), null, atOnce);
  }

  private static LookQuery query(Parameters parameters, @Nullable UUID before, int limit) {
    return new LookQuery(
        parameters.word("kind", word -> Word.find(LookKind.class, word), KINDS).orElse(null),
        parameters.text("reader").orElse(null),
        parameters.instant("from").orElse(null),
        parameters.instant("to").orElse(null),
        before,
        limit);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed(
          "cursor", "word-unknown", Map.of("name", "cursor", "given", text, "known", "an id"));
    }
  }
}
