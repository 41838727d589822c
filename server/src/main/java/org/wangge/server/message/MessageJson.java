package org.wangge.server.message;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Handler;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.MessageRule;
import org.wangge.message.Notification;
import org.wangge.message.NotificationRegister;
import org.wangge.message.Recipient;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;
import org.wangge.server.clock.CalendarJson;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Notifications and rules as JSON. */
final class MessageJson {
  private final Function<Handler, Optional<Map<String, Object>>> names;
  private final Map<String, PersonNames.OnDuty> phones;

  /**
   * For one reader.
   *
   * @param names of who was told
   * @param phones numbers of the people who were told, as the reader may see them
   */
  MessageJson(
      Function<Handler, Optional<Map<String, Object>>> names,
      Map<String, PersonNames.OnDuty> phones) {
    this.names = names;
    this.phones = phones;
  }

  Map<String, Object> feature(NotificationRegister.Seen seen) {
    Notification one = seen.notification();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(one.id()));
    json.put("version", one.version());
    json.put("occasion", one.matter().occasion().word());
    json.put("incident", one.matter().incidentId());
    json.put("number", one.matter().values().get("number"));
    json.put("grid", one.matter().place().grid());
    json.put("text", seen.text());
    json.put("createdAt", one.createdAt().toString());
    json.put("step", one.step());
    json.put("dueAt", text(one.dueOrNull()));
    json.put("state", one.state().word());
    json.put("answer", answer(one.answerOrNull()));
    json.put("addressees", one.addressees().stream().map(who -> addressee(seen, who)).toList());
    json.put("own", seen.own().stream().map(MessageJson::recipient).toList());
    json.put("leads", seen.leads());
    json.put("generated", one.matter().generated());
    return FeaturePage.feature(
        Long.toString(one.id()), Points.toDegrees(one.matter().place().at()), json);
  }

  private Map<String, @Nullable Object> addressee(
      NotificationRegister.Seen seen, Notification.Addressee who) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("to", recipient(who.recipient()));
    json.put("names", name(who.recipient()));
    json.put("step", who.step());
    json.put("told", who.step() <= seen.notification().step());
    PersonNames.OnDuty duty = phones.get(who.recipient().code());
    Shown phone = duty == null ? null : duty.dutyPhone();
    json.put("phone", phone == null || phone.text().isEmpty() ? null : phone.text());
    json.put("phoneMasked", phone != null && phone.masked());
    json.put(
        "messages",
        seen.messages().stream()
            .filter(one -> one.recipient().equals(who.recipient()))
            .map(MessageJson::message)
            .toList());
    return json;
  }

  private @Nullable Map<String, Object> name(Recipient who) {
    if (who.kind() == Recipient.Kind.GROUP) {
      return Map.of("zh", who.code(), "en", who.code());
    }
    if (who.kind() == Recipient.Kind.REPORTER) {
      return Map.of("zh", "上报人", "en", "Reporter");
    }
    Handler.Kind kind =
        who.kind() == Recipient.Kind.PERSON ? Handler.Kind.PERSON : Handler.Kind.DEPARTMENT;
    return names.apply(new Handler(kind, who.code())).orElse(null);
  }

  static Map<String, Object> recipient(Recipient who) {
    return Map.of("kind", who.kind().word(), "code", who.code());
  }

  private static Map<String, @Nullable Object> message(Message one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(one.id()));
    json.put("medium", one.medium().word());
    json.put("state", one.state().word());
    json.put("attempts", one.attempts());
    json.put("sentAt", text(one.times().sentOrNull()));
    json.put("deliveredAt", text(one.times().deliveredOrNull()));
    json.put("readAt", text(one.times().readOrNull()));
    json.put("failure", one.failure().isEmpty() ? null : one.failure());
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> answer(
      Notification.@Nullable Answer answer) {
    if (answer == null) {
      return null;
    }
    Recipient who = answer.recipientOrNull();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("to", who == null ? null : recipient(who));
    json.put("way", answer.way().word());
    json.put("at", answer.at().toString());
    json.put("account", answer.account());
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** How people are told of an occasion. */
  static Map<String, Object> rule(MessageRule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("occasion", rule.occasion().word());
    json.put("version", rule.version());
    json.put("patience", CalendarJson.limit(rule.wanted().patience()));
    Map<String, String> texts = new LinkedHashMap<>();
    rule.wanted()
        .media()
        .forEach(medium -> texts.put(medium.word(), rule.wanted().texts().get(medium)));
    json.put("texts", texts);
    json.put("blanks", rule.occasion().blanks().stream().sorted().toList());
    json.put("since", rule.since().toString());
    return json;
  }

  /** The ways out, with what became of messages over each. */
  static List<Map<String, Object>> outlets(
      Outlets outlets, Map<Medium, Map<Message.State, Integer>> counts) {
    return List.of(Medium.values()).stream()
        .map(medium -> outlet(outlets, medium, counts.getOrDefault(medium, Map.of())))
        .toList();
  }

  private static Map<String, Object> outlet(
      Outlets outlets, Medium medium, Map<Message.State, Integer> counts) {
    Optional<Outlet> outlet = outlets.of(medium);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("medium", medium.word());
    json.put("ready", !medium.isOutward() || outlet.isPresent());
    json.put("rehearsed", outlet.map(Outlet::isRehearsed).orElse(false));
    json.put("keyed", outlet.map(Outlet::isKeyed).orElse(false));
    json.put("groups", medium == Medium.GROUP ? outlets.groupNames() : List.of());
    Map<String, Integer> states = new LinkedHashMap<>();
    new EnumMap<Message.State, Integer>(Message.State.class)
        .keySet()
        .forEach(state -> states.put(state.word(), 0));
    counts.forEach((state, count) -> states.put(state.word(), count));
    json.put("counts", states);
    return json;
  }
}
