package org.wangge.server.shift;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.shift.DutyPost;
import org.wangge.shift.DutySpan;
import org.wangge.shift.RosterDraft;
import org.wangge.shift.WeekPattern;

/** Reads requests about rosters, strictly. */
final class ShiftRequests {
  static final int LONGEST_CODE = 60;
  private static final int LONGEST_BODY = 60_000;
  private static final int MOST_ENTRIES = 200;

  private ShiftRequests() {}

  /**
   * What is looked at.
   *
   * @param area of the tree
   * @param span when
   */
  record Look(String area, DutySpan span) {}

  static Look look(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area", "from", "to");
    return new Look(
        parameters.getText("area"),
        new DutySpan(instant(parameters, "from"), instant(parameters, "to")));
  }

  private static Instant instant(Parameters parameters, String name) {
    return Parameters.instant(name, parameters.getText(name));
  }

  /**
   * What is asked of an instant.
   *
   * @param area of the tree
   * @param at empty for now
   */
  record Moment(String area, Optional<Instant> at) {}

  static Moment moment(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area", "at");
    return new Moment(parameters.getText("area"), parameters.instant("at"));
  }

  static long entry(Context ctx) {
    return Parameters.of(ctx).id("entry", "shift-entry-unknown", "entry");
  }

  /**
   * Who shall be on duty.
   *
   * @param area of the tree
   * @param drafts each of them
   */
  record Added(String area, List<RosterDraft> drafts) {}

  /** One person in a post, for single times ({@code times}) or by the week ({@code pattern}). */
  static Added added(Context ctx, ZoneId zone) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "area",
            "post",
            "staff",
            "times",
            "pattern",
            "first",
            "last");
    String area = text(body, "area");
    DutyPost post = body.getWord("post", DutyPost.class);
    String staff = text(body, "staff");
    List<DutySpan> spans = body.has("pattern") ? pattern(body, zone) : times(body);
    return new Added(area, spans.stream().map(span -> new RosterDraft(post, staff, span)).toList());
  }

  private static List<DutySpan> times(JsonBody body) {
    List<DutySpan> spans = new ArrayList<>();
    for (JsonNode node : body.getArray("times")) {
      JsonBody one = JsonBody.within("times[" + spans.size() + "]", node, "from", "to");
      spans.add(
          new DutySpan(
              Parameters.instant("from", text(one, "from")),
              Parameters.instant("to", text(one, "to"))));
    }
    if (spans.isEmpty() || spans.size() > MOST_ENTRIES) {
      throw new Malformed("times", "member-missing", Map.of("name", "times"));
    }
    return spans;
  }

  private static List<DutySpan> pattern(JsonBody body, ZoneId zone) {
    JsonBody pattern = body.getObject("pattern", "days", "from", "to");
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (JsonNode day : pattern.getArray("days")) {
      days.add(
          parsed("days", day.asText(), text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT))));
    }
    WeekPattern week =
        new WeekPattern(
            days,
            parsed("from", text(pattern, "from"), LocalTime::parse),
            parsed("to", text(pattern, "to"), LocalTime::parse));
    return week.over(day(body, "first"), day(body, "last"), zone);
  }

  private static LocalDate day(JsonBody body, String name) {
    return parsed(name, text(body, name), LocalDate::parse);
  }

  private static <T> T parsed(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Malformed(name, "shift-time-malformed", Map.of("name", name, "given", text));
    }
  }

  static long with(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "with");
    return body.getInteger("with");
  }

  /**
   * Which week is filled as the one before.
   *
   * @param area of the tree
   * @param monday the first of seven days
   */
  record Week(String area, LocalDate monday) {}

  static Week week(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "area", "monday");
    return new Week(text(body, "area"), day(body, "monday"));
  }

  static String text(JsonBody body, String name) {
    String text = body.getText(name).strip();
    if (text.isEmpty()) {
      throw new Malformed(name, "member-missing", Map.of("name", name));
    }
    if (text.length() > LONGEST_CODE) {
      throw new Malformed(name, "text-too-long", Map.of("name", name, "longest", LONGEST_CODE));
    }
    return text;
  }
}
