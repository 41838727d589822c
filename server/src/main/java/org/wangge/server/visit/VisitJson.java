package org.wangge.server.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.people.Shown;
import org.wangge.place.Door;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;
import org.wangge.visit.Coverage;
import org.wangge.visit.DoorStanding;
import org.wangge.visit.DueDoor;
import org.wangge.visit.Fact;
import org.wangge.visit.Facts;
import org.wangge.visit.MustSee;
import org.wangge.visit.Visit;
import org.wangge.visit.VisitRegister;
import org.wangge.visit.VisitRule;
import org.wangge.visit.VisitRuleRegister;
import org.wangge.visit.VisitStore;

/** Visits as JSON. */
final class VisitJson {
  private VisitJson() {}

  static Map<String, Object> rule(VisitRule rule, Caller caller) {
    VisitRule.Plan plan = rule.plan();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", rule.id());
    json.put("version", rule.version());
    json.put("title", plan.title());
    json.put("purpose", plan.purpose());
    json.put("target", plan.target().word());
    json.put("kinds", words(plan.kinds()));
    json.put("areas", plan.areas());
    json.put("every", plan.rhythm().every());
    json.put("unit", plan.rhythm().unit().word());
    json.put("facts", facts(plan.facts()));
    json.put("begunAt", rule.begun().toString());
    json.put("retired", rule.retired());
    json.put("generated", rule.generated());
    json.put("mayChange", !rule.retired() && VisitRuleRegister.keeps(caller, rule));
    return json;
  }

  static List<Map<String, Object>> facts(Facts facts) {
    return facts.all().stream().map(VisitJson::fact).toList();
  }

  private static Map<String, Object> fact(Fact one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", one.text());
    json.put("kind", one.kind().word());
    json.put("choices", one.choices());
    return json;
  }

  static List<String> words(Set<MustSee> kinds) {
    return kinds.stream().map(MustSee::word).sorted().toList();
  }

  /** What an area is called; its code where nothing is known. */
  static String nameOf(String code, AreaAtlas atlas) {
    return atlas.find(AreaKey.tree(code)).map(Area::name).orElse(code);
  }

  private static void put(Map<String, @Nullable Object> json, Door door) {
    json.put("place", door.placeId());
    json.put("kind", door.kind() == Door.Kind.BUSINESS ? "business" : "household");
    json.put("grid", door.grid());
    json.put("unit", door.unitId());
    json.put("building", door.building());
    json.put("door", door.door());
  }

  /** A door that is due, where it is entered. */
  static Map<String, Object> due(DueDoor due) {
    DoorStanding standing = due.standing();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", due.rule().id());
    put(json, due.door());
    json.put("version", standing.version());
    json.put("state", due.isLate() ? "overdue" : "due");
    json.put("dueBy", due.turn().dueBy().toString());
    json.put("lastAt", text(standing.settledOrNull()));
    json.put("tries", standing.triesSince());
    json.put("nextTry", text(standing.nextTryOrNull()));
    return FeaturePage.feature(
        due.rule().id() + "-" + due.door().placeId(), Points.toDegrees(due.door().at()), json);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static Map<String, Object> coverage(Coverage one, AreaAtlas atlas) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("grid", one.grid());
    json.put("name", nameOf(one.grid(), atlas));
    if (!one.unitId().isEmpty()) {
      json.put("unit", one.unitId());
      json.put("building", one.building());
    }
    json.putAll(counts(one));
    return json;
  }

  static Map<String, Object> counts(Coverage one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("due", one.due());
    json.put("seen", one.seen());
    json.put("settled", one.settled());
    json.put("tried", one.tried());
    return json;
  }

  /** What is known of a door. */
  static Map<String, Object> known(VisitRegister.Known known, Map<String, Shown> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    put(json, known.door());
    VisitStore.Marks marks = known.marksOrNull();
    json.put("marks", marks == null ? null : words(marks.kinds()));
    json.put("marksVersion", marks == null ? null : marks.version());
    json.put(
        "visits",
        known.visits().stream()
            .map(
                one -> {
                  Map<String, @Nullable Object> visit = visit(one, names);
                  visit.put("facts", facts(factsOf(known, one)));
                  visit.put("number", numberOf(known, one));
                  return visit;
                })
            .toList());
    return FeaturePage.feature(known.door().placeId(), Points.toDegrees(known.door().at()), json);
  }

  private static @Nullable String numberOf(VisitRegister.Known known, Visit visit) {
    String incident = visit.incidentOrNull();
    return incident == null ? null : known.numbers().get(incident);
  }

  private static Facts factsOf(VisitRegister.Known known, Visit visit) {
    return known
        .facts()
        .getOrDefault(visit.rule(), Map.of())
        .getOrDefault(visit.ruleVersion(), new Facts(List.of()));
  }

  /** A visit that was just kept. */
  static Map<String, Object> kept(VisitRegister.Kept kept, Map<String, Shown> names) {
    Map<String, @Nullable Object> json = visit(kept.visit(), names);
    put(json, kept.visit().door());
    json.put("number", kept.numberOrNull());
    return FeaturePage.feature(
        kept.visit().rule() + "-" + kept.visit().door().placeId(),
        Points.toDegrees(kept.visit().door().at()),
        json);
  }

  private static Map<String, @Nullable Object> visit(Visit visit, Map<String, Shown> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", visit.rule());
    json.put("version", visit.version());
    json.put("heldAt", visit.times().heldAt().toString());
    json.put("keptAt", visit.times().keptAt().toString());
    json.put("account", visit.account());
    Shown name = names.get(visit.account());
    json.put("name", name == null ? null : name.text());
    json.put("outcome", visit.said().outcome().word());
    json.put("nextTry", text(visit.said().nextTryOrNull()));
    json.put("answers", visit.said().answers());
    json.put("note", visit.said().note());
    json.put("incident", visit.incidentOrNull());
    json.put("corrects", visit.correctsOrNull());
    return json;
  }
}
