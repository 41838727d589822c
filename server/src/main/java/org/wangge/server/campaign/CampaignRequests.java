package org.wangge.server.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.Checklist;
import org.wangge.campaign.Declaration;
import org.wangge.campaign.Declared;
import org.wangge.campaign.Question;
import org.wangge.campaign.UnitKind;
import org.wangge.campaign.UnitQuery;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about campaigns, strictly. */
final class CampaignRequests {
  private static final int LONGEST_BODY = 40_000;
  private static final int LONGEST_FORM = 3_000_000;
  private static final int MOST_ROWS = 5_000;
  private static final int LONGEST_KEY = 80;
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  private CampaignRequests() {}

  /** What a list is asked for. */
  record ListRequest(@Nullable String areaOrNull, long before, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "before", "limit");
    return new ListRequest(
        parameters.text("grid").orElse(null),
        parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
        parameters.integer("limit", USUAL, 1, MOST));
  }

  /** The one that the address names; what is no number names none. */
  static long id(Context ctx) {
    return Parameters.id(ctx, "id", "campaign-unknown", "campaign");
  }

  static int unit(Context ctx) {
    String text = ctx.pathParam("unit");
    if (!text.matches("[0-9]{1,8}")) {
      throw new NotFound("campaign-unit-unknown", Map.of("unit", text));
    }
    return Integer.parseInt(text);
  }

  static boolean isByUnit(Context ctx) {
    return Parameters.of(ctx, "by")
        .word(
            "by",
            word -> List.of("grid", "unit").contains(word) ? Optional.of(word) : Optional.empty(),
            List.of("grid", "unit"))
        .filter("unit"::equals)
        .isPresent();
  }

  /**
   * What units are asked for.
   *
   * @param query which; one more than the page holds
   * @param pageSize how many the page holds
   */
  record UnitsRequest(UnitQuery query, int pageSize) {}

  static UnitsRequest units(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "unit", "state", "after", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, MOST);
    return new UnitsRequest(
        new UnitQuery(
            parameters.text("grid").orElse(null),
            parameters.text("unit").orElse(null),
            parameters.word("state", UnitQuery.State.class).orElse(null),
            parameters.integer("after", 0, 0, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  /** What a campaign is to do; it begins now where it does not say when. */
  static Campaign.Plan plan(Context ctx, Instant now) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY), "title", "unit", "areas", "from", "until", "questions");
    return plan(body, body.getWord("unit", UnitKind.class), now);
  }

  /** A form whose rows are to be verified one by one. */
  record Declarations(Campaign.Plan plan, List<Declaration> rows) {}

  static Declarations declarations(Context ctx, Instant now) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_FORM), "title", "areas", "from", "until", "questions", "rows");
    JsonNode given = body.getArray("rows");
    if (given.size() > MOST_ROWS) {
      throw new Malformed(
          "rows", "campaign-rows-many", Map.of("given", given.size(), "most", MOST_ROWS));
    }
    List<Declaration> rows = new ArrayList<>();
    for (JsonNode one : given) {
      rows.add(declaration("rows[" + rows.size() + "]", one));
    }
    return new Declarations(plan(body, UnitKind.DECLARATION, now), rows);
  }

  private static Declaration declaration(String place, JsonNode node) {
    JsonBody row =
        JsonBody.within(place, node, "reference", "name", "phone", "address", "grid", "statement");
    try {
      return new Declaration(
          new Declared(
              row.getText("reference").strip(),
              row.text("name").orElse("").strip(),
              row.text("phone").orElse("").strip(),
              row.text("address").orElse("").strip(),
              row.getText("statement").strip()),
          row.text("grid").orElse("").strip());
    } catch (Invalid e) {
      throw new Invalid(place, e.code(), e.details());
    }
  }

  private static Campaign.Plan plan(JsonBody body, UnitKind kind, Instant now) {
    List<String> areas = new ArrayList<>();
    for (JsonNode one : body.getArray("areas")) {
      if (!one.isTextual()) {
        throw new Malformed("areas", "text-wanted", Map.of("name", "areas"));
      }
      areas.add(one.textValue());
    }
    List<Question> questions = new ArrayList<>();
    for (JsonNode one : body.getArray("questions")) {
      questions.add(question("questions[" + questions.size() + "]", one));
    }
    return new Campaign.Plan(
        body.getText("title").strip(),
        kind,
        areas,
        body.text("from").map(text -> Parameters.instant("from", text)).orElse(now),
        Parameters.instant("until", body.getText("until")),
        new Checklist(questions),
        false);
  }

  private static Question question(String place, JsonNode node) {
    JsonBody body = JsonBody.within(place, node, "text", "kind", "hazardOn", "recheckDays");
    String text = body.getText("text").strip();
    if (text.length() > Question.LONGEST) {
      throw new Malformed(
          place + ".text",
          "text-too-long",
          Map.of("name", place + ".text", "longest", Question.LONGEST));
    }
    return new Question(
        text,
        body.getWord("kind", Question.Kind.class),
        body.word("hazardOn", Question.YesNo.class).orElse(null),
        body.integer("recheckDays").orElse(0));
  }

  /**
   * What somebody was told at a door.
   *
   * @param key of the sender
   * @param version of the unit the sender has seen
   * @param answers place of the question to the answer
   */
  record Answered(String key, int version, Map<Integer, String> answers) {}

  static Answered answer(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "key", "version", "answers");
    String key = body.getText("key");
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Malformed("key", "text-too-long", Map.of("name", "key", "longest", LONGEST_KEY));
    }
    JsonNode given = body.node("answers");
    if (!given.isObject()) {
      throw new Malformed("answers", "object-wanted", Map.of());
    }
    Map<Integer, String> answers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.properties()) {
      if (!one.getKey().matches("[0-9]{1,3}") || !one.getValue().isTextual()) {
        throw new Malformed("answers", "text-wanted", Map.of("name", one.getKey()));
      }
      answers.put(Integer.parseInt(one.getKey()), one.getValue().textValue());
    }
    return new Answered(key, body.getInteger("version"), answers);
  }
}
