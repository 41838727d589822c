package org.wangge.server.plan.impact;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.people.PersonNames.OnDuty;
import org.wangge.plan.compare.OutlineChange;
import org.wangge.plan.compare.Side;
import org.wangge.plan.impact.Compared;
import org.wangge.plan.impact.Flow;
import org.wangge.plan.impact.Handed;
import org.wangge.plan.impact.Impact;
import org.wangge.plan.impact.PlanImpact;
import org.wangge.plan.record.Plan;
import org.wangge.server.grid.LiveAtlas;
import org.wangge.server.http.FeaturePage;

/** What plans change, as JSON. */
final class ImpactJson {
  /** More single things than this are in the sheets only. */
  private static final int MOST_HANDED = 2_000;

  private final LiveAtlas atlas;

  ImpactJson(LiveAtlas atlas) {
    this.atlas = atlas;
  }

  /** The impact of a plan, with the names of people as far as the reader may see them. */
  Map<String, @Nullable Object> impact(PlanImpact found, Map<String, OnDuty> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("plan", plan(found.plan()));
    json.putAll(impact(found.impact(), names));
    return json;
  }

  /** What is said of a plan to those who do not draw it. */
  Map<String, @Nullable Object> plan(Plan plan) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", plan.id());
    json.put("name", plan.name());
    json.put("area", plan.areaCode());
    json.put("areaName", name(plan.areaCode()));
    json.put("state", plan.state().word());
    json.put("version", plan.version());
    json.put("effectiveFrom", plan.published().map(Instant::toString).orElse(null));
    return json;
  }

  private @Nullable String name(String code) {
    return atlas.now().find(AreaKey.tree(code)).map(Area::name).orElse(null);
  }

  private Map<String, @Nullable Object> impact(Impact impact, Map<String, OnDuty> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("whole", impact.whole());
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("retired", impact.retired().size());
    counts.put("born", impact.born().size());
    counts.put("outlines", impact.outlines().stream().filter(OutlineChange::movesGround).count());
    counts.putAll(impact.totals());
    json.put("counts", counts);
    json.put("retired", impact.retired().stream().map(ImpactJson::grid).toList());
    json.put("born", impact.born().stream().map(ImpactJson::grid).toList());
    json.put("outlines", impact.outlines().stream().map(ImpactJson::outline).toList());
    json.put("flows", impact.flows().stream().map(ImpactJson::flow).toList());
    json.put(
        "handed",
        impact.handed().stream().limit(MOST_HANDED).map(one -> handed(one, names)).toList());
    json.put("handedCount", impact.handed().size());
    return json;
  }

  private static Map<String, Object> grid(Area area) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", area.code());
    json.put("name", area.name());
    json.put("households", area.households());
    json.put("population", area.population());
    return json;
  }

  private static Map<String, Object> outline(OutlineChange one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", one.code());
    json.put("name", one.after().name());
    json.put("squareMetersBefore", Math.round(one.squareMetersBefore()));
    json.put("squareMetersAfter", Math.round(one.squareMetersAfter()));
    json.put("movesGround", one.movesGround());
    return json;
  }

  private static Map<String, Object> flow(Flow flow) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", flow.move().from());
    json.put("to", flow.move().to());
    json.put("squareMeters", Math.round(flow.squareMeters()));
    json.put("figures", new TreeMap<>(flow.figures()));
    return json;
  }

  private static Map<String, @Nullable Object> handed(Handed one, Map<String, OnDuty> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", one.kind());
    json.put("id", one.id());
    json.put("label", one.label());
    if (one.isPerson()) {
      json.put(
          "name",
          Optional.ofNullable(names.get(one.id())).map(who -> who.name().text()).orElse(null));
    }
    json.put("from", one.move().from());
    json.put("to", one.move().to());
    json.put("figures", new TreeMap<>(one.figures()));
    return json;
  }

  /** Two states of the grids of an area. */
  Map<String, @Nullable Object> compared(
      Compared found, Side one, Side other, Map<String, OnDuty> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", found.areaCode());
    json.put("areaName", name(found.areaCode()));
    json.put("a", side(one, found.before()));
    json.put("b", side(other, found.after()));
    json.putAll(impact(found.impact(), names));
    return json;
  }

  private static Map<String, Object> side(Side side, List<Area> grids) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (side instanceof Side.OfPlan plan) {
      json.put("plan", plan.id());
    } else if (side instanceof Side.AtInstant day) {
      json.put("at", day.at().toString());
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", grids.stream().map(ImpactJson::feature).toList());
    json.put("grids", collection);
    return json;
  }

  private static Map<String, Object> feature(Area area) {
    return FeaturePage.feature(
        area.code(),
        area.shape().map(LatticeShape::toDegrees).orElse(null),
        new LinkedHashMap<>(grid(area)));
  }
}
