package org.wangge.server.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignRegister;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Declared;
import org.wangge.campaign.Question;
import org.wangge.campaign.Tally;
import org.wangge.campaign.UnitAnswer;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/**
 * Campaigns as JSON.
 *
 * @param names of who did something, by account, as the caller may see them
 * @param atlas what areas are called
 */
record CampaignJson(Map<String, Shown> names, AreaAtlas atlas) {

  /** One, as a feature without a place: where it goes is told by codes of areas. */
  Map<String, Object> feature(CampaignRegister.Seen seen) {
    Campaign campaign = seen.campaign();
    Campaign.Plan plan = campaign.plan();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", campaign.id());
    json.put("version", campaign.version());
    json.put("title", plan.title());
    json.put("unit", plan.kind().word());
    json.put("areas", plan.areas().stream().map(this::area).toList());
    json.put("from", plan.from().toString());
    json.put("until", plan.until().toString());
    json.put("questions", plan.checklist().questions().stream().map(this::question).toList());
    json.put("units", campaign.units());
    json.put("progress", total(seen.progress()));
    json.put("openedAt", campaign.opened().at().toString());
    putWho(json, campaign.opened().account());
    Campaign.Deed ending = campaign.endingOrNull();
    json.put("closedAt", ending == null ? null : ending.at().toString());
    json.put("generated", plan.generated());
    json.put("actions", seen.organises() ? List.of("close") : List.of());
    return FeaturePage.feature(Long.toString(campaign.id()), null, json);
  }

  private Map<String, Object> area(String code) {
    return Map.of("code", code, "name", nameOf(code, atlas));
  }

  /** What an area is called; its code where nothing is known. */
  static String nameOf(String code, AreaAtlas atlas) {
    return atlas.find(AreaKey.tree(code)).map(Area::name).orElse(code);
  }

  private Map<String, @Nullable Object> question(Question one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("text", one.text());
    json.put("kind", one.kind().word());
    Question.YesNo hazard = one.hazardOnOrNull();
    json.put("hazardOn", hazard == null ? null : hazard.word());
    json.put("recheckDays", one.recheckDays());
    return json;
  }

  /** What all of them come to. */
  static Map<String, Object> total(List<Tally> tallies) {
    Tally none = new Tally("", "", "", 0, 0, 0);
    return counts(tallies.stream().reduce(none, Tally::and));
  }

  private static Map<String, Object> counts(Tally one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("all", one.all());
    json.put("answered", one.answered());
    json.put("hazardous", one.hazardous());
    return json;
  }

  /** How far one of its grids or building units is. */
  static Map<String, Object> tally(Tally one, AreaAtlas atlas) {
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

  /** A unit, where it is entered. */
  Map<String, Object> unit(CampaignUnit unit) {
    CampaignUnit.Spot spot = unit.spot();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", unit.number());
    json.put("version", unit.version());
    json.put("grid", spot.grid());
    json.put("unit", spot.unitId());
    json.put("place", spot.placeId());
    json.put("building", spot.building());
    json.put("door", spot.door());
    json.put("declared", declared(unit.declaredOrNull()));
    UnitAnswer answer = unit.answerOrNull();
    json.put("answers", answer == null ? null : answer.values());
    json.put("hazards", answer == null ? 0 : answer.hazards());
    json.put("answeredAt", answer == null ? null : answer.at().toString());
    if (answer != null) {
      putWho(json, answer.account());
    }
    return FeaturePage.feature(Integer.toString(unit.number()), Points.toDegrees(spot.at()), json);
  }

  private static @Nullable Map<String, Object> declared(@Nullable Declared one) {
    if (one == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reference", one.reference());
    json.put("name", one.name());
    json.put("phone", one.phone());
    json.put("address", one.address());
    json.put("statement", one.statement());
    return json;
  }

  private void putWho(Map<String, @Nullable Object> json, String account) {
    json.put("account", account);
    Shown name = names.get(account);
    json.put("name", name == null ? null : name.text());
  }
}
