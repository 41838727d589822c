package org.wangge.server.campaign;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.campaign.HazardQuery;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about hazards, strictly. */
final class HazardRequests {
  private static final int LONGEST_BODY = 4_000;
  private static final int LONGEST_KEY = 80;
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final List<String> STATES = List.of("open", "overdue", "all");
  private static final List<String> SIZES = List.of("small", "large");
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private HazardRequests() {}

  /**
   * What hazards are asked for.
   *
   * @param query which; one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(HazardQuery query, int pageSize) {}

  static ListRequest list(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, "grid", "state", "after", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, MOST);
    String state = word(parameters, "state", STATES).orElse("open");
    return new ListRequest(
        new HazardQuery(
            parameters.text("grid").orElse(null),
            state.equals("open"),
            state.equals("overdue") ? now : null,
            parameters.integer("after", 0, 0, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  private static Optional<String> word(Parameters parameters, String name, List<String> known) {
    return parameters.word(name, word -> Optional.of(word).filter(known::contains), known);
  }

  static long id(Context ctx) {
    return Parameters.id(ctx, "hazard", "campaign-hazard-unknown", "hazard");
  }

  static int version(Context ctx) {
    return JsonBody.of(Json.read(ctx, LONGEST_BODY), "version").getInteger("version");
  }

  /** A look at a hazard. */
  record Looked(String key, int version, boolean rectified, String photo) {}

  static Looked looked(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BODY), "key", "version", "rectified", "photo");
    String key = body.getText("key");
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Malformed("key", "text-too-long", Map.of("name", "key", "longest", LONGEST_KEY));
    }
    if (!body.node("rectified").isBoolean()) {
      throw new Malformed("rectified", "flag-wanted", Map.of("name", "rectified"));
    }
    return new Looked(
        key,
        body.getInteger("version"),
        body.node("rectified").booleanValue(),
        body.getText("photo"));
  }

  static boolean isSmall(Context ctx) {
    return word(Parameters.of(ctx, "size"), "size", SIZES).filter("small"::equals).isPresent();
  }

  static Language language(Context ctx) {
    return word(Parameters.of(ctx, "lang"), "lang", LANGUAGES)
        .map(word -> word.equals("en") ? Language.EN : Language.ZH)
        .orElseGet(() -> Language.of(ctx));
  }
}
