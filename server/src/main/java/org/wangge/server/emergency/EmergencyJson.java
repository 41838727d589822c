package org.wangge.server.emergency;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyCall;
import org.wangge.emergency.EmergencyContact;
import org.wangge.emergency.EmergencyGrid;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.emergency.EmergencyRegister;
import org.wangge.emergency.EmergencyStanding;
import org.wangge.emergency.EmergencyTask;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Emergencies as answers. */
final class EmergencyJson {
  private final Map<String, Shown> accounts;
  private final Map<String, Map<String, String>> categories;
  private final AreaAtlas atlas;

  /**
   * Makes it.
   *
   * @param accounts names by account, as whoever looks may know them
   * @param categories names by code, in each language
   * @param atlas what areas are called
   */
  EmergencyJson(
      Map<String, Shown> accounts, Map<String, Map<String, String>> categories, AreaAtlas atlas) {
    this.accounts = accounts;
    this.categories = categories;
    this.atlas = atlas;
  }

  /** One of a list: without what was reported meanwhile. */
  Map<String, Object> row(EmergencyRegister.Seen seen) {
    return feature(seen, properties(seen));
  }

  /** All of one. */
  Map<String, Object> whole(EmergencyRegister.Seen seen) {
    Map<String, @Nullable Object> json = properties(seen);
    json.put("incidents", seen.report().incidents().stream().map(this::incident).toList());
    return feature(seen, json);
  }

  /** Stands where its first grid does. */
  private Map<String, Object> feature(
      EmergencyRegister.Seen seen, Map<String, @Nullable Object> properties) {
    Emergency one = seen.emergency();
    return FeaturePage.feature(
        Long.toString(one.id()),
        one.grids().isEmpty() ? null : place(one.grids().get(0).code()),
        properties);
  }

  private @Nullable Geometry place(String grid) {
    return atlas
        .find(AreaKey.tree(grid))
        .flatMap(area -> area.shape().map(LatticeShape::labelPoint).or(area::anchor))
        .map(Points::toDegrees)
        .orElse(null);
  }

  private Map<String, @Nullable Object> properties(EmergencyRegister.Seen seen) {
    Emergency one = seen.emergency();
    Emergency.Plan plan = one.plan();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("version", one.version());
    json.put("title", plan.title());
    json.put(
        "areas",
        plan.areas().stream().map(code -> Map.of("code", code, "name", nameOf(code))).toList());
    json.put("householdsPerPerson", plan.householdsPerPerson());
    json.put("contact", contact(plan.contact()));
    json.put("task", plan.task().map(EmergencyJson::task).orElse(null));
    json.put("urgentCategories", categories(plan.urgentCategories()));
    json.put("campaign", one.campaignOrNull());
    json.put("declaredAt", one.declared().at().toString());
    json.put("declaredBy", who(one.declared().account()));
    json.put("endedAt", one.ending().map(Emergency.Deed::at).map(Instant::toString).orElse(null));
    json.put("endedBy", one.ending().map(ending -> who(ending.account())).orElse(null));
    json.put("generated", plan.generated());
    json.put("ends", seen.ends());
    json.put("staffs", seen.staffs());
    json.put("totals", totals(seen.report().grids()));
    json.put("grids", seen.report().grids().stream().map(this::grid).toList());
    return json;
  }

  private List<Map<String, Object>> categories(List<String> codes) {
    return codes.stream()
        .map(
            code ->
                Map.<String, Object>of(
                    "code", code, "names", categories.getOrDefault(code, Map.of())))
        .toList();
  }

  private Map<String, @Nullable Object> who(String account) {
    Shown name = accounts.get(account);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account", account);
    json.put("name", name == null ? null : name.text());
    return json;
  }

  private static Map<String, Object> contact(EmergencyContact contact) {
    return Map.of("name", contact.name(), "phone", contact.phone());
  }

  private static Map<String, Object> task(EmergencyTask task) {
    return Map.of(
        "text", task.text(), "yesIsHazard", task.yesIsHazard(), "until", task.until().toString());
  }

  private static Map<String, Object> totals(List<EmergencyStanding> grids) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("grids", grids.size());
    json.put("households", sum(grids, one -> one.grid().households()));
    json.put("needed", sum(grids, one -> one.grid().needed()));
    json.put("asked", sum(grids, EmergencyStanding::asked));
    json.put("confirmed", sum(grids, EmergencyStanding::confirmed));
    json.put("declined", sum(grids, EmergencyStanding::declined));
    json.put("doors", sum(grids, EmergencyStanding::doors));
    json.put("done", sum(grids, EmergencyStanding::done));
    json.put("left", sum(grids, EmergencyStanding::left));
    json.put("incidents", sum(grids, EmergencyStanding::incidents));
    json.put("open", sum(grids, EmergencyStanding::open));
    json.put("whistles", sum(grids, EmergencyStanding::whistles));
    return json;
  }

  static int sum(List<EmergencyStanding> grids, ToIntFunction<EmergencyStanding> of) {
    return grids.stream().mapToInt(of).sum();
  }

  private Map<String, @Nullable Object> grid(EmergencyStanding one) {
    Map<String, @Nullable Object> json = grid(one.grid());
    json.put("contact", contact(one.grid().contact()));
    json.put("asked", one.asked());
    json.put("confirmed", one.confirmed());
    json.put("declined", one.declined());
    json.put("doors", one.doors());
    json.put("done", one.done());
    json.put("left", one.left());
    json.put("incidents", one.incidents());
    json.put("open", one.open());
    json.put("whistles", one.whistles());
    return json;
  }

  private Map<String, @Nullable Object> grid(EmergencyGrid grid) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", grid.code());
    json.put("name", grid.name());
    json.put("at", place(grid.code()));
    json.put("households", grid.households());
    json.put("needed", grid.needed());
    return json;
  }

  private Map<String, Object> incident(EmergencyHappenings.Reported one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("number", one.number());
    json.put("category", one.category());
    json.put("names", categories.getOrDefault(one.category(), Map.of()));
    json.put("grid", one.grid());
    json.put("gridName", nameOf(one.grid()));
    json.put("reportedAt", one.reportedAt().toString());
    json.put("standing", one.standing());
    json.put("open", one.open());
    return json;
  }

  /** What would follow from a declaration. */
  Map<String, Object> foreseen(EmergencyRegister.Foreseen foreseen) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("grids", foreseen.grids().size());
    json.put("households", foreseen.households());
    json.put("people", foreseen.people());
    json.put("needed", foreseen.needed());
    json.put(
        "taken",
        foreseen.taken().stream().map(code -> Map.of("code", code, "name", nameOf(code))).toList());
    return json;
  }

  /** Somebody who was asked, as whoever looks may know them. */
  Map<String, @Nullable Object> call(EmergencyCall call, PersonNames.@Nullable OnDuty person) {
    Map<String, @Nullable Object> json = said(call);
    json.put("staff", call.staff());
    json.put("name", person == null ? null : person.name().text());
    json.put("phone", person == null ? null : person.dutyPhone().text());
    json.put("masked", person != null && person.dutyPhone().masked());
    json.put("byDesk", call.reply().map(EmergencyCall.Reply::byDesk).orElse(false));
    return json;
  }

  /** What the caller was asked. */
  Map<String, @Nullable Object> own(EmergencyRegister.Own own) {
    Map<String, @Nullable Object> json = said(own.call());
    json.put("id", own.emergency().id());
    json.put("title", own.emergency().plan().title());
    json.put("task", own.emergency().plan().task().map(EmergencyTask::text).orElse(null));
    json.put(
        "contact",
        own.emergency().grid(own.call().grid()).map(one -> contact(one.contact())).orElse(null));
    return json;
  }

  private Map<String, @Nullable Object> said(EmergencyCall call) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("grid", call.grid());
    json.put("gridName", nameOf(call.grid()));
    json.put("askedAt", call.askedAt().toString());
    json.put("comes", call.reply().map(EmergencyCall.Reply::comes).orElse(null));
    json.put("repliedAt", call.reply().map(one -> one.at().toString()).orElse(null));
    return json;
  }

  private String nameOf(String code) {
    return atlas.find(AreaKey.tree(code)).map(Area::name).orElse(code);
  }
}
