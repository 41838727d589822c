package org.wangge.server.whistle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Duty;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.people.Shown;
import org.wangge.server.clock.CalendarJson;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.incident.HandlerJson;
import org.wangge.server.storage.Points;
import org.wangge.whistle.Responder;
import org.wangge.whistle.Whistle;
import org.wangge.whistle.WhistleCall;
import org.wangge.whistle.WhistleRegister;
import org.wangge.whistle.WhistleRule;
import org.wangge.word.Word;

/**
 * Whistles as JSON.
 *
 * @param handlers the names of who was called
 * @param names of who did something, by account, as the caller may see them
 * @param incidents what their categories and grids are called
 */
record WhistleJson(
    Function<Handler, Optional<Map<String, Object>>> handlers,
    Map<String, Shown> names,
    Function<Incident, Map<String, String>> incidents) {

  /** One, as a feature where its incident was. */
  Map<String, Object> feature(WhistleRegister.Seen seen) {
    Whistle whistle = seen.whistle();
    return FeaturePage.feature(
        Long.toString(whistle.id()),
        Points.toDegrees(whistle.place().at()),
        properties(seen, whistle));
  }

  private Map<String, @Nullable Object> properties(WhistleRegister.Seen seen, Whistle whistle) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", whistle.id());
    json.put("version", whistle.version());
    json.put("incident", incident(seen.incident()));
    json.put("grid", whistle.place().grid());
    json.put("reason", whistle.blown().reason());
    json.put("blownAt", whistle.blown().at().toString());
    putWho(json, whistle.blown().account());
    json.put("level", whistle.last().level().word());
    json.put("dueAt", whistle.last().due().toString());
    json.put("answered", whistle.isAnswered());
    json.put("reached", whistle.isReached());
    json.put("unheardSince", text(whistle.unheardSinceOrNull()));
    json.put("calls", whistle.calls().stream().map(this::call).toList());
    json.put("responders", whistle.responders().stream().map(this::responder).toList());
    Whistle.Ending ending = whistle.endingOrNull();
    json.put("endedAt", ending == null ? null : ending.at().toString());
    json.put("outcome", ending == null ? null : ending.outcome().word());
    json.put("generated", whistle.blown().generated());
    json.put("actions", seen.actions().stream().map(Word::word).toList());
    json.put("own", seen.own().stream().map(HandlerJson::of).toList());
    return json;
  }

  private Map<String, Object> incident(Incident incident) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", incident.id());
    json.put("number", incident.number());
    json.put("category", incident.category());
    json.put("priority", incident.priority().word());
    json.put("names", incidents.apply(incident));
    return json;
  }

  private Map<String, @Nullable Object> call(WhistleCall call) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("level", call.level().word());
    json.put("cause", call.cause().word());
    json.put("at", call.at().toString());
    json.put("dueAt", call.due().toString());
    putWho(json, call.account());
    return json;
  }

  private Map<String, @Nullable Object> responder(Responder one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    HandlerJson.put(json, one.handler(), handlers);
    json.put("level", one.level().word());
    json.put("calledAt", one.calledAt().toString());
    Responder.Answer answer = one.answerOrNull();
    json.put("reply", answer == null ? null : answer.reply().word());
    json.put("answeredAt", answer == null ? null : answer.at().toString());
    Responder.Arrival arrival = one.arrivalOrNull();
    json.put("thereSince", arrival == null ? null : arrival.at().toString());
    json.put("proof", arrival == null ? null : arrival.proof().word());
    return json;
  }

  private void putWho(Map<String, @Nullable Object> json, String account) {
    json.put("account", account);
    Shown name = names.get(account);
    json.put("name", name == null ? null : name.text());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** How a level is called. */
  static Map<String, Object> rule(WhistleRule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("level", rule.level().word());
    json.put("version", rule.version());
    json.put("answer", CalendarJson.limit(rule.wanted().answer()));
    json.put("arrival", CalendarJson.limit(rule.wanted().arrival()));
    json.put("duties", rule.wanted().ordered().stream().map(Duty::word).toList());
    json.put("departments", rule.wanted().departments());
    json.put("since", rule.since().toString());
    return json;
  }
}
