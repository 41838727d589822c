package org.wangge.server.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.clock.ChangeReason;
import org.wangge.errand.ErrandKindRegister;
import org.wangge.errand.ErrandOrder;
import org.wangge.errand.ErrandQuery;
import org.wangge.errand.ErrandState;
import org.wangge.errand.ErrandWindow;
import org.wangge.errand.ErrandWords;
import org.wangge.fault.NotFound;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Position;
import org.wangge.server.clock.CalendarRequests;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about errands, strictly. */
final class ErrandRequests {
  private static final int LONGEST_BODY = 12_000;
  private static final int LONGEST_KEY = 80;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PHONE = 30;
  private static final int LONGEST_ADDRESS = 200;
  private static final int LONGEST_WORDS = 1_000;
  private static final int LONGEST_CODE = 60;
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  private ErrandRequests() {}

  /** The one that the address names; what is no number names none. */
  static long id(Context ctx) {
    String text = ctx.pathParam("id");
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFound("errand-unknown", Map.of("errand", text));
    }
    return Long.parseLong(text);
  }

  /**
   * What a list is asked for.
   *
   * @param query which; one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(ErrandQuery query, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "state", "incident", "before", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, MOST);
    return new ListRequest(
        new ErrandQuery(
            parameters.text("grid").orElse(null),
            states(parameters.text("state").orElse("")),
            parameters.text("incident").orElse(null),
            parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  /** Several between commas. */
  private static Set<ErrandState> states(String text) {
    Set<ErrandState> states = EnumSet.noneOf(ErrandState.class);
    if (text.isEmpty()) {
      return states;
    }
    for (String word : text.split(",", -1)) {
      states.add(
          ErrandState.find(word)
              .orElseThrow(
                  () ->
                      new Malformed(
                          "state",
                          "word-unknown",
                          Map.of("name", "state", "given", word, "known", stateWords()))));
    }
    return states;
  }

  private static String stateWords() {
    List<String> words = new ArrayList<>();
    for (ErrandState one : ErrandState.values()) {
      words.add(one.word());
    }
    return String.join(", ", words);
  }

  static @Nullable String area(Context ctx) {
    return Parameters.of(ctx, "grid").text("grid").orElse(null);
  }

  /** An order; only who runs the installation says that it is of a demonstration. */
  static ErrandOrder order(Context ctx, Caller caller, Supplier<String> keys) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "key",
            "kind",
            "lon",
            "lat",
            "crs",
            "grid",
            "from",
            "until",
            "name",
            "phone",
            "address",
            "wish",
            "generated");
    return new ErrandOrder(
        limited(body, "key", LONGEST_KEY).orElseGet(keys),
        getText(body, "kind", LONGEST_CODE),
        body.has("lon") ? place(body) : null,
        limited(body, "grid", LONGEST_CODE).orElse(null),
        new ErrandWindow(instant(body, "from"), instant(body, "until")),
        ErrandWords.of(
            getText(body, "name", LONGEST_NAME).strip(),
            getText(body, "phone", LONGEST_PHONE).strip(),
            limited(body, "address", LONGEST_ADDRESS).orElse("").strip(),
            limited(body, "wish", LONGEST_WORDS).orElse("").strip()),
        caller.isAny(Role.ADMINISTRATOR) && body.node("generated").asBoolean(false));
  }

  private static LatticePoint place(JsonBody body) {
    CoordinateSystem system = CoordinateSystems.parse(body.text("crs").orElse("EPSG:4326"));
    Position position = system.toWgs84(number(body, "lon"), number(body, "lat"));
    return LatticePoint.ofDegrees(position.lonDegrees(), position.latDegrees());
  }

  private static double number(JsonBody body, String name) {
    JsonNode node = body.node(name);
    if (!node.isNumber()) {
      throw new Malformed(name, "number-malformed", Map.of("name", name, "given", node.asText()));
    }
    return node.doubleValue();
  }

  private static Instant instant(JsonBody body, String name) {
    return Parameters.instant(name, getText(body, name, LONGEST_CODE));
  }

  static List<String> accounts(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "to");
    List<String> accounts = new ArrayList<>();
    for (JsonNode one : body.getArray("to")) {
      if (!one.isTextual()) {
        throw new Malformed("to", "text-wanted", Map.of("name", "to"));
      }
      accounts.add(one.textValue());
    }
    return accounts;
  }

  static String reason(Context ctx) {
    return getText(JsonBody.of(Json.read(ctx, LONGEST_BODY), "reason"), "reason", LONGEST_WORDS);
  }

  static String category(Context ctx) {
    return getText(JsonBody.of(Json.read(ctx, LONGEST_BODY), "category"), "category", LONGEST_CODE);
  }

  /**
   * That it was done.
   *
   * @param words what there is to say
   * @param photoOrNull of what was done
   */
  record Finished(String words, @Nullable String photoOrNull) {}

  static Finished finished(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "words", "photo");
    return new Finished(
        limited(body, "words", LONGEST_WORDS).orElse("").strip(),
        limited(body, "photo", LONGEST_KEY).orElse(null));
  }

  /**
   * What a resident says at the end.
   *
   * @param good whether it was done
   * @param words what else
   */
  record Judged(boolean good, String words) {}

  static Judged judged(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "done", "words");
    if (!body.node("done").isBoolean()) {
      throw new Malformed("done", "member-missing", Map.of("name", "done"));
    }
    return new Judged(
        body.node("done").booleanValue(), limited(body, "words", LONGEST_WORDS).orElse("").strip());
  }

  /**
   * What is to be said of a kind.
   *
   * @param wanted what
   * @param reason why
   */
  record KindEdit(ErrandKindRegister.Wanted wanted, ChangeReason reason) {}

  static KindEdit kind(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BODY), "nameZh", "nameEn", "retired", "reason", "case");
    return new KindEdit(
        new ErrandKindRegister.Wanted(
            ctx.pathParam("code"),
            getText(body, "nameZh", LONGEST_CODE).strip(),
            getText(body, "nameEn", LONGEST_CODE).strip(),
            body.node("retired").asBoolean(false)),
        CalendarRequests.reason(body));
  }

  private static String getText(JsonBody body, String name, int longest) {
    return limited(body, name, longest)
        .orElseThrow(() -> new Malformed(name, "member-missing", Map.of("name", name)));
  }

  private static Optional<String> limited(JsonBody body, String name, int longest) {
    Optional<String> text = body.text(name).filter(given -> !given.isBlank());
    if (text.isPresent() && text.get().length() > longest) {
      throw new Malformed(name, "text-too-long", Map.of("name", name, "longest", longest));
    }
    return text;
  }
}
