package org.wangge.server.clock;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.Counted;
import org.wangge.clock.DueReason;
import org.wangge.clock.Limit;
import org.wangge.clock.Pause;
import org.wangge.clock.SpecialDay;
import org.wangge.clock.WorkSession;
import org.wangge.clock.WorkWeek;

/** Calendars, limits and reasons of due times as JSON. */
public final class CalendarJson {
  private CalendarJson() {}

  /** A calendar without what it says. */
  static Map<String, Object> summary(CalendarEdition edition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", edition.id().code());
    json.put("version", edition.id().version());
    json.put("area", edition.area());
    json.put("name", edition.name());
    json.put("since", edition.since().toString());
    json.put("inForce", edition.inForce());
    json.put("zone", edition.rules().zone().getId());
    return json;
  }

  static Map<String, Object> calendar(CalendarEdition edition) {
    Map<String, Object> json = summary(edition);
    json.put("weeks", edition.rules().weeks().stream().map(CalendarJson::week).toList());
    json.put("days", edition.rules().days().stream().map(CalendarJson::day).toList());
    return json;
  }

  private static Map<String, Object> week(WorkWeek week) {
    Map<String, Object> sessions = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!week.on(day).isEmpty()) {
        sessions.put(day.name().toLowerCase(Locale.ROOT), words(week.on(day)));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", week.from().toString());
    json.put("sessions", sessions);
    return json;
  }

  private static Map<String, Object> day(SpecialDay day) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("date", day.date().toString());
    json.put("kind", day.kind().word());
    if (!day.sessions().isEmpty()) {
      json.put("sessions", words(day.sessions()));
    }
    return json;
  }

  private static List<String> words(List<WorkSession> sessions) {
    return sessions.stream().map(WorkSession::words).toList();
  }

  /** A limit: what is counted, how much of it (minutes or days), and how it is said. */
  public static Map<String, Object> limit(Limit limit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", limit.kind().word());
    json.put("amount", limit.amount());
    json.put("words", limit.words());
    return json;
  }

  /** Why something is due when it is; lengths of time in seconds. */
  public static Map<String, Object> reason(DueReason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("limit", limit(reason.countdown().limit()));
    json.put(
        "calendar",
        Map.of(
            "code", reason.countdown().calendar().code(),
            "version", reason.countdown().calendar().version()));
    json.put("state", reason.countdown().state().word());
    json.put("started", reason.countdown().started().toString());
    reason.countdown().stopped().ifPresent(at -> json.put("stopped", at.toString()));
    reason.due().ifPresent(at -> json.put("due", at.toString()));
    json.put("allowedSeconds", reason.allowed().toSeconds());
    json.put("spentSeconds", reason.spent().toSeconds());
    json.put("leftSeconds", reason.left().toSeconds());
    json.put("overdue", reason.overdue());
    json.put("counted", reason.counted().stream().map(CalendarJson::span).toList());
    json.put("pauses", reason.countdown().pauses().stream().map(CalendarJson::pause).toList());
    json.put("extensions", reason.countdown().extensions().stream().map(Object::toString).toList());
    return json;
  }

  private static Map<String, Object> span(Counted span) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", span.from().toString());
    json.put("to", span.to().toString());
    json.put("seconds", span.time().toSeconds());
    return json;
  }

  private static Map<String, Object> pause(Pause pause) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", pause.from().toString());
    pause.to().ifPresent(to -> json.put("to", to.toString()));
    return json;
  }
}
