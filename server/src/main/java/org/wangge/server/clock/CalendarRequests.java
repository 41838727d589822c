package org.wangge.server.clock;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wangge.clock.CalendarRegister;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Limit;
import org.wangge.clock.SpecialDay;
import org.wangge.clock.WorkSession;
import org.wangge.clock.WorkWeek;
import org.wangge.fault.Invalid;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.word.Word;

/** Reads requests about calendars, strictly. */
public final class CalendarRequests {
  private static final int LONGEST_BODY = 400_000;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2299;
  private static final String[] DAYS =
      Arrays.stream(DayOfWeek.values())
          .map(day -> day.name().toLowerCase(Locale.ROOT))
          .toArray(String[]::new);

  private CalendarRequests() {}

  /** What is said of a calendar, and why; code and area only of a new one. */
  record Draft(String code, String area, CalendarRegister.Draft draft, ChangeReason reason) {}

  /** What is asked: when is this due? */
  record Question(String code, Instant from, Limit limit) {}

  static String code(Parameters parameters) {
    return parameters.part("code");
  }

  static Question question(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, "from", "limit", "kind", "amount");
    Limit limit =
        parameters
            .text("limit")
            .map(Limit::parse)
            .orElseGet(
                () ->
                    new Limit(
                        kind("kind", parameters.getText("kind")),
                        parameters.integer("amount", 0, 0, Integer.MAX_VALUE)));
    return new Question(code(parameters), parameters.instant("from").orElse(now), limit);
  }

  /**
   * The kind of a clock that a word means.
   *
   * @throws Invalid with code {@code rule-word-unknown}
   */
  public static ClockKind kind(String field, String word) {
    return word(ClockKind.class, field, word);
  }

  static Draft draft(Context ctx, boolean isNew) {
    JsonNode json = Json.read(ctx, LONGEST_BODY);
    JsonBody body =
        isNew
            ? JsonBody.of(
                json, "code", "area", "name", "inForce", "zone", "weeks", "days", "reason", "case")
            : JsonBody.of(json, "name", "inForce", "zone", "weeks", "days", "reason", "case");
    CalendarRules rules = new CalendarRules(zone(getText(body, "zone")), weeks(body), days(body));
    return new Draft(
        isNew ? getText(body, "code") : "",
        isNew ? body.text("area").orElse("") : "",
        new CalendarRegister.Draft(
            getText(body, "name"), flag(body, "inForce").orElse(true), rules),
        reason(body));
  }

  /** The members {@code reason} and {@code case} of a change. */
  public static ChangeReason reason(JsonBody body) {
    return new ChangeReason(
        word(ChangeReason.Kind.class, "reason", getText(body, "reason")),
        body.text("case").orElse(""));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new Invalid("zone", "calendar-zone-unknown", Map.of("given", id));
    }
  }

  private static List<WorkWeek> weeks(JsonBody body) {
    List<WorkWeek> weeks = new ArrayList<>();
    for (JsonNode node : body.getArray("weeks")) {
      JsonBody week = JsonBody.within("weeks[" + weeks.size() + "]", node, "from", "sessions");
      JsonBody sessions = week.getObject("sessions", DAYS);
      Map<DayOfWeek, List<WorkSession>> byDay = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        byDay.put(day, sessions(sessions, day.name().toLowerCase(Locale.ROOT)));
      }
      weeks.add(new WorkWeek(date(week, "from"), byDay));
    }
    return weeks;
  }

  private static List<SpecialDay> days(JsonBody body) {
    List<SpecialDay> days = new ArrayList<>();
    for (JsonNode node : body.getArray("days")) {
      JsonBody day = JsonBody.within("days[" + days.size() + "]", node, "date", "kind", "sessions");
      days.add(
          new SpecialDay(
              date(day, "date"),
              word(SpecialDay.Kind.class, "kind", getText(day, "kind")),
              sessions(day, "sessions")));
    }
    return days;
  }

  private static List<WorkSession> sessions(JsonBody body, String name) {
    List<WorkSession> sessions = new ArrayList<>();
    if (body.has(name)) {
      for (JsonNode words : body.getArray(name)) {
        sessions.add(WorkSession.parse(words.asText()));
      }
    }
    return sessions;
  }

  private static LocalDate date(JsonBody body, String name) {
    String text = getText(body, name);
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeException e) {
      throw noDate(name, text);
    }
    throw noDate(name, text);
  }

  private static Invalid noDate(String name, String text) {
    return new Invalid(
        name, "calendar-date", Map.of("given", text, "first", FIRST_YEAR, "last", LAST_YEAR));
  }

  private static String getText(JsonBody body, String name) {
    return body.text(name)
        .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
  }

  private static <E extends Enum<E> & Word> E word(Class<E> kind, String field, String given) {
    return Word.find(kind, given)
        .orElseThrow(
            () ->
                new Invalid(
                    field,
                    "rule-word-unknown",
                    Map.of(
                        "given",
                        given,
                        "known",
                        Arrays.stream(kind.getEnumConstants()).map(Word::word).toList())));
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
