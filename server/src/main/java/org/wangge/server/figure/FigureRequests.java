package org.wangge.server.figure;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.figure.Figure;
import org.wangge.figure.Filter;
import org.wangge.figure.GradeRules;
import org.wangge.figure.Grouping;
import org.wangge.figure.Measure;
import org.wangge.figure.Period;
import org.wangge.figure.Question;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Priority;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.word.Word;

/** Reads requests about figures, strictly. */
final class FigureRequests {
  static final int MOST_GROUPS = 1_000;
  static final int MOST_CASES = 5_000;

  private static final int USUAL_GROUPS = 200;
  private static final int USUAL_PERIODS = 12;
  private static final int MOST_PERIODS = 60;
  private static final int LONGEST_BODY = 5_000;
  private static final int FIRST_YEAR = 1_900;
  private static final int LAST_YEAR = 2_999;
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private static final String[] FILTERS = {
    "period",
    "day",
    "area",
    "partition",
    "overlay",
    "category",
    "channel",
    "priority",
    "department",
    "person"
  };

  private final ZoneId zone;

  FigureRequests(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * A table of figures.
   *
   * @param question which
   * @param sort by which figure its groups are, the highest first; null: by their keys
   * @param limit at most so many groups
   */
  record TableRequest(Question question, @Nullable Figure sort, int limit) {}

  TableRequest table(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, with("by", "sort", "limit"));
    return new TableRequest(
        question(parameters, now),
        parameters.word("sort", Figure::find, words(Figure.values())).orElse(null),
        parameters.integer("limit", USUAL_GROUPS, 1, MOST_GROUPS));
  }

  /** A table as a file, in a language. */
  record FileRequest(Question question, Language language) {}

  FileRequest file(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, with("by", "lang"));
    Language language =
        parameters
            .word("lang", word -> Optional.of(word).filter(LANGUAGES::contains), LANGUAGES)
            .map(word -> word.equals("en") ? Language.EN : Language.ZH)
            .orElseGet(() -> Language.of(ctx));
    return new FileRequest(question(parameters, now), language);
  }

  /**
   * The list behind a number.
   *
   * @param question of which cases
   * @param count in what they count
   * @param asOf when the number was counted; empty for now
   * @param skip so many are left out first
   * @param limit at most so many
   */
  record ListRequest(
      Question question, Measure count, Optional<Instant> asOf, int skip, int limit) {}

  ListRequest list(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, with("count", "asOf", "limit", "cursor"));
    List<String> words = words(Measure.values());
    return new ListRequest(
        question(parameters, now),
        parameters
            .word("count", Measure::find, words)
            .orElseThrow(
                () -> new Malformed("count", "parameter-missing", Map.of("name", "count"))),
        parameters.instant("asOf"),
        parameters.integer("cursor", 0, 0, Integer.MAX_VALUE),
        parameters.integer("limit", MOST_CASES, 1, MOST_CASES));
  }

  /** Figures over time: of which cases, and of how many periods. */
  record SeriesRequest(Question question, int count) {}

  SeriesRequest series(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, with("count"));
    return new SeriesRequest(
        question(parameters, now), parameters.integer("count", USUAL_PERIODS, 1, MOST_PERIODS));
  }

  /** Of which period, and below which area; null for everywhere. */
  record FieldworkRequest(Period period, @Nullable String areaOrNull) {}

  FieldworkRequest fieldwork(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, "period", "day", "area");
    return new FieldworkRequest(period(parameters, now), parameters.text("area").orElse(null));
  }

  private static String[] with(String... more) {
    return Stream.concat(Arrays.stream(FILTERS), Arrays.stream(more)).toArray(String[]::new);
  }

  private static List<String> words(Word[] values) {
    return Arrays.stream(values).map(Word::word).toList();
  }

  private Question question(Parameters parameters, Instant now) {
    Grouping by = parameters.word("by", Grouping::find, Grouping.words()).orElse(Grouping.CHILDREN);
    return new Question(period(parameters, now), filter(parameters), by);
  }

  private Period period(Parameters parameters, Instant now) {
    Period.Kind kind =
        parameters
            .word("period", Period.Kind::find, words(Period.Kind.values()))
            .orElse(Period.Kind.MONTH);
    LocalDate day =
        parameters
            .text("day")
            .map(FigureRequests::day)
            .orElseGet(() -> now.atZone(zone).toLocalDate());
    return Period.of(kind, day, zone);
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static Malformed malformed(String text) {
    return new Malformed("day", "instant-malformed", Map.of("name", "day", "given", text));
  }

  private static Filter filter(Parameters parameters) {
    return new Filter(
        parameters.text("area").orElse(null),
        overlay(parameters),
        parameters.text("category").orElse(null),
        parameters.word("channel", Channel::find, words(Channel.values())).orElse(null),
        parameters.word("priority", Priority::find, words(Priority.values())).orElse(null),
        handler(parameters));
  }

  private static Filter.@Nullable Overlay overlay(Parameters parameters) {
    Optional<String> code = parameters.text("overlay");
    Optional<String> partition = parameters.text("partition");
    return code.isEmpty()
        ? null
        : new Filter.Overlay(
            partition.orElseThrow(
                () -> new Malformed("partition", "parameter-missing", Map.of("name", "partition"))),
            code.get());
  }

  private static Filter.@Nullable HandledBy handler(Parameters parameters) {
    return parameters
        .text("department")
        .map(code -> new Filter.HandledBy(Handler.Kind.DEPARTMENT, code))
        .or(
            () ->
                parameters
                    .text("person")
                    .map(code -> new Filter.HandledBy(Handler.Kind.PERSON, code)))
        .orElse(null);
  }

  /** What is asked of figures from now on. */
  static List<GradeRules.Threshold> thresholds(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "thresholds");
    List<GradeRules.Threshold> thresholds = new ArrayList<>();
    for (JsonNode one : body.getArray("thresholds")) {
      String place = "thresholds[" + thresholds.size() + "]";
      JsonBody given = JsonBody.within(place, one, "figure", "excellent", "competent");
      String word = given.text("figure").orElse("");
      thresholds.add(
          new GradeRules.Threshold(
              Figure.find(word)
                  .orElseThrow(
                      () ->
                          new Malformed(
                              place + ".figure",
                              "word-unknown",
                              Map.of(
                                  "name",
                                  "figure",
                                  "given",
                                  word,
                                  "known",
                                  String.join(", ", words(Figure.values()))))),
              number(given, place, "excellent"),
              number(given, place, "competent")));
    }
    return thresholds;
  }

  private static BigDecimal number(JsonBody body, String place, String name) {
    JsonNode node = body.node(name);
    if (!node.isNumber()) {
      throw new Malformed(
          place + "." + name, "number-malformed", Map.of("name", name, "given", node.asText()));
    }
    return node.decimalValue().stripTrailingZeros();
  }
}
