package org.wangge.server.campaign;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Hazard;
import org.wangge.campaign.HazardRegister;
import org.wangge.grid.AreaAtlas;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/**
 * Hazards as JSON.
 *
 * @param names of who did something, by account, as the caller may see them
 * @param atlas what grids are called
 * @param now by which they are overdue
 */
record HazardJson(Map<String, Shown> names, AreaAtlas atlas, Instant now) {

  /** One, as a feature where its door is. */
  Map<String, Object> feature(HazardRegister.Seen seen) {
    Hazard hazard = seen.hazard();
    CampaignUnit.Spot spot = hazard.spot();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", hazard.id());
    json.put("version", hazard.version());
    json.put("campaign", hazard.campaign());
    json.put("title", seen.campaign().plan().title());
    json.put("number", hazard.number());
    json.put("question", hazard.question());
    json.put("asked", seen.question().text());
    json.put("grid", spot.grid());
    json.put("gridName", CampaignJson.nameOf(spot.grid(), atlas));
    json.put("building", spot.building());
    json.put("door", spot.door());
    json.put("state", hazard.state().word());
    json.put("dueAt", hazard.due().toString());
    json.put("overdue", hazard.isOverdue(now));
    json.put("foundAt", hazard.found().at().toString());
    putWho(json, hazard.found().account());
    json.put("rechecks", hazard.rechecks().stream().map(this::recheck).toList());
    return FeaturePage.feature(Long.toString(hazard.id()), Points.toDegrees(spot.at()), json);
  }

  private Map<String, @Nullable Object> recheck(Hazard.Recheck one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", one.at().toString());
    json.put("rectified", one.rectified());
    json.put("photo", one.photo());
    putWho(json, one.account());
    return json;
  }

  private void putWho(Map<String, @Nullable Object> json, String account) {
    json.put("account", account);
    Shown name = names.get(account);
    json.put("name", name == null ? null : name.text());
  }
}
