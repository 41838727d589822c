package org.wangge.server.patrol.round;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.patrol.round.PatrolTerms;
import org.wangge.patrol.round.Per;
import org.wangge.patrol.round.RunQuery;
import org.wangge.patrol.round.Span;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about patrols, strictly. */
final class RoundRequests {
  private static final int LONGEST_BODY = 40_000;
  private static final int MOST_DAYS = 400;
  private static final int USUAL_DAYS = 7;
  private static final List<String> GROUPS = List.of("person", "grid");

  private RoundRequests() {}

  static long plan(Context ctx) {
    return Parameters.id(ctx, "id", "patrol-unknown", "patrol");
  }

  static long run(Context ctx) {
    return Parameters.of(ctx).id("run", "patrol-run-unknown", "run");
  }

  /** Which patrols of a time. */
  static RunQuery runs(Context ctx, Duration longest) {
    Parameters parameters = Parameters.of(ctx, "from", "to", "plan", "staff", "grid");
    return query(parameters, longest);
  }

  private static RunQuery query(Parameters parameters, Duration longest) {
    int plan = parameters.integer("plan", 0, 1, Integer.MAX_VALUE);
    return new RunQuery(
        span(parameters, longest),
        plan == 0 ? null : (long) plan,
        parameters.text("staff").orElse(null),
        parameters.text("grid").orElse(null));
  }

  private static Span span(Parameters parameters, Duration longest) {
    var from = Parameters.instant("from", parameters.getText("from"));
    var to = Parameters.instant("to", parameters.getText("to"));
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(longest) > 0) {
      throw new Invalid(
          "to",
          "track-span",
          Map.of("from", from.toString(), "to", to.toString(), "most", longest.toDays()));
    }
    return new Span(from, to);
  }

  /**
   * Which figures.
   *
   * @param byGrid whether grid by grid, else person by person
   */
  record FiguresRequest(RunQuery query, boolean byGrid) {}

  static FiguresRequest figures(Context ctx, Duration longest) {
    Parameters parameters = Parameters.of(ctx, "from", "to", "plan", "staff", "grid", "by");
    boolean byGrid =
        parameters
            .word("by", word -> Optional.of(word).filter(GROUPS::contains), GROUPS)
            .filter("grid"::equals)
            .isPresent();
    return new FiguresRequest(query(parameters, longest), byGrid);
  }

  /** Which grids nobody walked, for how many days. */
  record UnwalkedRequest(@Nullable String areaOrNull, int days) {}

  static UnwalkedRequest unwalked(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "days");
    return new UnwalkedRequest(
        parameters.text("grid").orElse(null), parameters.integer("days", USUAL_DAYS, 0, MOST_DAYS));
  }

  /** What a plan asks for. */
  static PatrolTerms terms(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "name",
            "people",
            "grids",
            "streets",
            "days",
            "from",
            "to",
            "times",
            "per",
            "minutes",
            "streetPercent",
            "nearMeters");
    return new PatrolTerms(
        body.getText("name").strip(),
        texts(body, "people"),
        texts(body, "grids"),
        body.has("streets") ? texts(body, "streets") : List.of(),
        days(body),
        new PatrolTerms.Timing(
            time(body, "from"),
            time(body, "to"),
            body.integer("times").orElse(1),
            body.word("per", Per.class).orElse(Per.DAY)),
        new PatrolTerms.Wanted(
            body.integer("minutes").orElse(0),
            body.integer("streetPercent").orElse(0),
            body.integer("nearMeters").orElse(PatrolTerms.Wanted.USUAL_NEAR_METERS)));
  }

  private static List<String> texts(JsonBody body, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : body.getArray(name)) {
      if (!one.isTextual()) {
        throw new Malformed(name, "text-wanted", Map.of("name", name));
      }
      texts.add(one.textValue());
    }
    return texts;
  }

  private static List<DayOfWeek> days(JsonBody body) {
    List<DayOfWeek> days = new ArrayList<>();
    for (JsonNode one : body.getArray("days")) {
      if (!one.canConvertToInt() || one.intValue() < 1 || one.intValue() > 7) {
        throw new Malformed("days", "integer-wanted", Map.of("name", "days"));
      }
      days.add(DayOfWeek.of(one.intValue()));
    }
    return days;
  }

  private static LocalTime time(JsonBody body, String name) {
    try {
      return LocalTime.parse(body.getText(name));
    } catch (DateTimeException e) {
      throw new Invalid(name, "patrol-time", Map.of("given", body.getText(name)));
    }
  }
}
