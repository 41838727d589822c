package org.wangge.server.visit;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.NotFound;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.visit.DueDoor;
import org.wangge.visit.DueQuery;
import org.wangge.visit.Fact;
import org.wangge.visit.Facts;
import org.wangge.visit.MustSee;
import org.wangge.visit.Rhythm;
import org.wangge.visit.Visit;
import org.wangge.visit.VisitOutcome;
import org.wangge.visit.VisitRegister;
import org.wangge.visit.VisitRule;
import org.wangge.visit.VisitTarget;

/** Reads requests about visits, strictly. */
final class VisitRequests {
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_KEY = 80;
  private static final int LONGEST_PLACE = 60;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private VisitRequests() {}

  /** A page of what is due. */
  record DueRequest(DueQuery query, int pageSize) {}

  static DueRequest due(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "unit", "rule", "state", "near", "after", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, MOST);
    return new DueRequest(
        new DueQuery(
            parameters.text("grid").orElse(null),
            parameters.text("unit").orElse(null),
            rule(parameters),
            parameters.word("state", DueDoor.State.class).orElse(null),
            parameters.point("near").orElse(null),
            parameters.integer("after", 0, 0, Integer.MAX_VALUE),
            pageSize),
        pageSize);
  }

  private static @Nullable Long rule(Parameters parameters) {
    return parameters.text("rule").isEmpty()
        ? null
        : (Long) (long) parameters.integer("rule", 0, 1, Integer.MAX_VALUE);
  }

  /**
   * What coverage is asked for.
   *
   * @param from beginning of the month
   * @param to its end
   */
  record CoverageRequest(
      @Nullable String areaOrNull,
      @Nullable Long ruleOrNull,
      boolean byUnit,
      YearMonth month,
      Instant from,
      Instant to) {}

  static CoverageRequest coverage(Context ctx, ZoneId zone, Instant now) {
    Parameters parameters = Parameters.of(ctx, "grid", "rule", "by", "month", "lang");
    List<String> words = List.of("grid", "unit");
    boolean byUnit =
        parameters
            .word("by", word -> Optional.of(word).filter(words::contains), words)
            .filter("unit"::equals)
            .isPresent();
    YearMonth month =
        parameters
            .text("month")
            .map(VisitRequests::month)
            .orElseGet(() -> YearMonth.from(now.atZone(zone)));
    return new CoverageRequest(
        parameters.text("grid").orElse(null),
        rule(parameters),
        byUnit,
        month,
        month.atDay(1).atStartOfDay(zone).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
  }

  private static YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
        return month;
      }
    } catch (DateTimeException e) {
      throw malformed("month", text);
    }
    throw malformed("month", text);
  }

  private static Malformed malformed(String name, String given) {
    return new Malformed(name, "instant-malformed", Map.of("name", name, "given", given));
  }

  static String door(Context ctx) {
    String text = ctx.pathParam("id");
    if (!text.matches("[A-Za-z0-9._:-]{1," + LONGEST_PLACE + "}")) {
      throw new NotFound("visit-door-unknown", Map.of("door", text));
    }
    return text;
  }

  static long ruleId(Context ctx) {
    return Parameters.id(ctx, "rule", "visit-rule-unknown", "rule");
  }

  /** A change of a rule: what it says from now on, or null where it ends. */
  static VisitRule.@Nullable Plan change(Context ctx) {
    JsonNode body = Json.read(ctx, LONGEST_BODY);
    if (body.isObject() && body.size() == 1 && body.path("retired").asBoolean()) {
      return null;
    }
    return plan(body);
  }

  static VisitRule.Plan plan(Context ctx) {
    return plan(Json.read(ctx, LONGEST_BODY));
  }

  private static VisitRule.Plan plan(JsonNode node) {
    JsonBody body =
        JsonBody.of(node, "title", "purpose", "target", "kinds", "areas", "every", "unit", "facts");
    List<Fact> facts = new ArrayList<>();
    if (body.has("facts")) {
      for (JsonNode one : body.getArray("facts")) {
        facts.add(fact("facts[" + facts.size() + "]", one));
      }
    }
    return new VisitRule.Plan(
        body.getText("title").strip(),
        body.text("purpose").orElse("").strip(),
        body.getWord("target", VisitTarget.class),
        body.has("kinds") ? kinds(body) : Set.of(),
        texts("areas", body.getArray("areas")),
        new Rhythm(body.getInteger("every"), body.getWord("unit", Rhythm.Unit.class)),
        new Facts(facts));
  }

  private static Fact fact(String place, JsonNode node) {
    JsonBody body = JsonBody.within(place, node, "text", "kind", "choices");
    return new Fact(
        body.getText("text").strip(),
        body.getWord("kind", Fact.Kind.class),
        body.has("choices") ? texts(place + ".choices", body.getArray("choices")) : List.of());
  }

  private static List<String> texts(String name, JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array) {
      if (!one.isTextual()) {
        throw new Malformed(name, "text-wanted", Map.of("name", name));
      }
      texts.add(one.textValue().strip());
    }
    return texts;
  }

  private static Set<MustSee> kinds(JsonBody body) {
    Set<MustSee> kinds = EnumSet.noneOf(MustSee.class);
    List<String> known = Arrays.stream(MustSee.values()).map(MustSee::word).toList();
    for (String word : texts("kinds", body.getArray("kinds"))) {
      kinds.add(
          MustSee.find(word)
              .orElseThrow(
                  () ->
                      new Malformed(
                          "kinds",
                          "word-unknown",
                          Map.of(
                              "name", "kinds", "given", word, "known", String.join(", ", known)))));
    }
    return kinds;
  }

  /** How a household is to be marked. */
  static Set<MustSee> marks(Context ctx) {
    return kinds(JsonBody.of(Json.read(ctx, LONGEST_BODY), "kinds"));
  }

  static VisitRegister.Sent visit(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "rule",
            "key",
            "version",
            "madeAt",
            "outcome",
            "nextTry",
            "answers",
            "note",
            "hazard",
            "corrects");
    String key = limited(body, "key", LONGEST_KEY);
    if (key.isBlank()) {
      throw new Malformed("key", "text-too-long", Map.of("name", "key", "longest", LONGEST_KEY));
    }
    return new VisitRegister.Sent(
        body.getInteger("rule"),
        key,
        body.getInteger("version"),
        body.text("madeAt").map(text -> Parameters.instant("madeAt", text)).orElse(null),
        new Visit.Said(
            body.getWord("outcome", VisitOutcome.class),
            body.text("nextTry").map(VisitRequests::day).orElse(null),
            body.has("answers") ? answers(body.node("answers")) : Map.of(),
            limited(body, "note", Visit.Said.LONGEST_NOTE).strip()),
        body.has("hazard") ? hazard(body) : null,
        body.has("corrects") && flag(body, "corrects"));
  }

  private static boolean flag(JsonBody body, String name) {
    if (!body.node(name).isBoolean()) {
      throw new Malformed(name, "flag-wanted", Map.of("name", name));
    }
    return body.node(name).booleanValue();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw malformed("nextTry", text);
    }
  }

  private static String limited(JsonBody body, String name, int longest) {
    String text = body.text(name).orElse("");
    if (text.length() > longest) {
      throw new Malformed(name, "text-too-long", Map.of("name", name, "longest", longest));
    }
    return text;
  }

  private static VisitRegister.Hazard hazard(JsonBody body) {
    JsonBody one = body.getObject("hazard", "category", "condition", "description");
    return new VisitRegister.Hazard(
        one.getText("category"),
        one.text("condition").orElse(""),
        limited(one, "description", LONGEST_DESCRIPTION).strip());
  }

  private static Map<Integer, String> answers(JsonNode given) {
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
    return answers;
  }
}
