package org.wangge.server.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Countdown;
import org.wangge.incident.Action;
import org.wangge.incident.Deed;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.Life;
import org.wangge.incident.Receipt;
import org.wangge.incident.StageReason;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageClock;
import org.wangge.people.Shown;
import org.wangge.server.clock.CalendarJson;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Incidents as GeoJSON. */
final class IncidentJson {
  private IncidentJson() {}

  static Map<String, Object> feature(Incident incident, List<Action> actions, Instant now) {
    return feature(incident, properties(incident, actions, now));
  }

  /**
   * The same as told one by one or in lists.
   *
   * @param joint whether it is handled jointly now
   */
  static Map<String, Object> feature(
      Incident incident, List<Action> actions, Instant now, boolean joint) {
    Map<String, @Nullable Object> properties = properties(incident, actions, now);
    properties.put("joint", joint);
    return feature(incident, properties);
  }

  /** An incident near a place, with how far it is. */
  static Map<String, Object> near(IncidentRegister.Nearby near, List<Action> actions, Instant now) {
    Map<String, @Nullable Object> properties = properties(near.incident(), actions, now);
    properties.put("distanceMeters", near.distanceMeters());
    return feature(near.incident(), properties);
  }

  private static Map<String, Object> feature(
      Incident incident, Map<String, @Nullable Object> properties) {
    return FeaturePage.feature(incident.id(), Points.toDegrees(incident.location()), properties);
  }

  private static Map<String, @Nullable Object> properties(
      Incident incident, List<Action> actions, Instant now) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", incident.id());
    properties.put("version", incident.version());
    properties.put("number", incident.number());
    properties.put("category", incident.category());
    properties.put("condition", incident.condition());
    properties.put("state", incident.step().word());
    properties.put("standing", incident.life().standing().word());
    properties.put("priority", incident.priority().word());
    properties.put("channel", incident.channel().word());
    properties.put("grid", incident.gridOrNull());
    properties.put("filedGrid", incident.filedInOrNull());
    properties.put("reportedAt", incident.reportedAt().toString());
    properties.put("filedAt", text(incident.life().filedOrNull()));
    properties.put("dueAt", text(incident.life().dueOrNull()));
    properties.put("closedAt", text(incident.life().closedOrNull()));
    properties.put("overdue", incident.overdue(now));
    life(incident.life(), now, properties);
    properties.put("generated", incident.generated());
    properties.put("actions", actions.stream().map(Action::word).toList());
    return properties;
  }

  private static void life(Life life, Instant now, Map<String, @Nullable Object> properties) {
    properties.put("stage", life.standing().stage().map(Stage::word).orElse(null));
    properties.put("stageDueAt", life.clock().map(one -> one.due().toString()).orElse(null));
    properties.put("stageWarnsAt", text(life.clock().map(StageClock::warnsOrNull).orElse(null)));
    properties.put("stageOverdue", life.clock().map(one -> one.isOverdue(now)).orElse(false));
    Optional<Countdown> clock = life.handling().map(StageClock::countdown);
    properties.put("clock", clock.map(one -> one.state().word()).orElse(null));
    properties.put("extensions", clock.map(one -> one.extensions().size()).orElse(0));
    properties.put("extension", life.extension().word());
    properties.put("suspendedUntil", text(life.suspendedUntilOrNull()));
    properties.put("appeal", life.appeal().word());
  }

  /** Why a stage is due when it is. */
  static Map<String, Object> reason(StageReason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", reason.clock().stage().word());
    json.put("current", reason.current());
    json.put("zone", reason.zone().getId());
    json.put("warnPercents", reason.clock().warnPercents());
    json.putAll(CalendarJson.reason(reason.reason()));
    return json;
  }

  /**
   * Something that was done.
   *
   * @param names of who did it, by account, as the caller may see them
   */
  static Map<String, @Nullable Object> deed(Deed deed, Map<String, Shown> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", deed.version());
    json.put("action", deed.action().word());
    json.put("state", deed.step().word());
    json.put("at", deed.at().toString());
    json.put("account", deed.account());
    Shown name = names.get(deed.account());
    json.put("name", name == null ? null : name.text());
    json.put("reason", deed.reason());
    return json;
  }

  /** What a reporter gets. */
  static Map<String, @Nullable Object> receipt(Receipt receipt) {
    Incident incident = receipt.incident();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", incident.id());
    json.put("number", incident.number());
    json.put("grid", incident.gridOrNull());
    json.put("token", receipt.token());
    json.put("state", incident.step().word());
    return json;
  }

  /** What the holder of a token may know: no place, no person, no account. */
  static Map<String, @Nullable Object> followed(Incident incident) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", incident.number());
    json.put("category", incident.category());
    json.put("state", incident.step().word());
    json.put("reportedAt", incident.reportedAt().toString());
    json.put("filedAt", text(incident.life().filedOrNull()));
    json.put("dueAt", text(incident.life().dueOrNull()));
    json.put("closedAt", text(incident.life().closedOrNull()));
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
