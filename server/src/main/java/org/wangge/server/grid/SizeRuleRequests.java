package org.wangge.server.grid;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRule;
import org.wangge.grid.SizeRule.Measure;
import org.wangge.grid.SizeRuleRegister;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.word.Word;

/** Reads requests about rules of size, strictly. */
final class SizeRuleRequests {
  private static final int LONGEST_BODY = 2_000;
  private static final List<Level> LEVELS = List.of(Level.GRID, Level.MICRO_GRID);

  private SizeRuleRequests() {}

  /** The rule that the address names; what is no number names none. */
  static long id(Parameters parameters) {
    String text = parameters.part("id");
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFound("size-rule-unknown", Map.of("rule", text));
    }
    return Long.parseLong(text);
  }

  static SizeRule rule(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "area",
            "level",
            "kind",
            "measure",
            "min",
            "max",
            "inForce");
    int min = number(body, "min");
    int max = number(body, "max");
    SizeRuleRegister.requireBand(min, max);
    return new SizeRule(
        0,
        1,
        body.text("area").orElse(""),
        word(body, "level", word -> Level.find(word).filter(LEVELS::contains), LEVELS),
        word(body, "kind", GridKind::find, Arrays.asList(GridKind.values())),
        word(
            body,
            "measure",
            word -> Word.find(Measure.class, word),
            Arrays.asList(Measure.values())),
        min,
        max,
        flag(body, "inForce").orElse(true));
  }

  /** What of a rule is to be other. */
  static UnaryOperator<SizeRule> edit(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "min", "max", "inForce");
    Optional<Boolean> inForce = flag(body, "inForce");
    return rule -> {
      int min = body.integer("min").orElse(rule.min());
      int max = body.integer("max").orElse(rule.max());
      SizeRuleRegister.requireBand(min, max);
      return rule.with(min, max, inForce.orElse(rule.inForce()));
    };
  }

  private static int number(JsonBody body, String name) {
    return body.integer(name)
        .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
  }

  private static <T extends Word> T word(
      JsonBody body, String name, Function<String, Optional<T>> find, List<T> known) {
    String given =
        body.text(name)
            .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
    return find.apply(given)
        .orElseThrow(
            () ->
                new Invalid(
                    name,
                    "rule-word-unknown",
                    Map.of("given", given, "known", known.stream().map(Word::word).toList())));
  }

  private static Optional<Boolean> flag(JsonBody body, String name) {
    JsonNode value = body.node(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw new Malformed(name, "flag-wanted", Map.of("name", name));
    }
    return Optional.of(value.booleanValue());
  }
}
