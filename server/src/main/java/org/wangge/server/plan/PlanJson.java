package org.wangge.server.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRule;
import org.wangge.plan.Preview;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.PlanChange;
import org.wangge.plan.drawing.PlanDifference;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.redraw.FaceFigures;
import org.wangge.plan.redraw.Lineage;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.repair.Repair;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;
import org.wangge.server.grid.LiveAtlas;
import org.wangge.server.http.FeaturePage;

/** Plans and their faces as JSON. */
final class PlanJson {
  private final LiveAtlas atlas;

  PlanJson(LiveAtlas atlas) {
    this.atlas = atlas;
  }

  /** A plan in a list: a feature without geometry. */
  Map<String, Object> feature(Plan plan) {
    return FeaturePage.feature(Long.toString(plan.id()), null, head(plan));
  }

  private Map<String, @Nullable Object> head(Plan plan) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", plan.id());
    json.put("name", plan.name());
    json.put("area", plan.areaCode());
    json.put(
        "areaName", atlas.now().find(AreaKey.tree(plan.areaCode())).map(Area::name).orElse(null));
    json.put("state", plan.state().word());
    json.put("version", plan.version());
    json.put("head", plan.head());
    json.put("baseCoverage", plan.baseCoverage());
    json.put("baseAt", plan.baseAt().toString());
    json.put("account", plan.account());
    json.put("effectiveFrom", plan.effective().map(Instant::toString).orElse(null));
    json.put("publishedAt", plan.published().map(Instant::toString).orElse(null));
    json.put(
        "restoresAt",
        Optional.ofNullable(plan.term().restoresOrNull()).map(Instant::toString).orElse(null));
    json.put("supersededBy", plan.term().supersededByOrNull());
    return json;
  }

  /** A plan with its grids, edits and what it does. */
  Map<String, @Nullable Object> plan(DrawnPlan drawn) {
    Map<String, @Nullable Object> json = plan(drawn, 0, drawn.grids());
    json.put("retired", drawn.redraw().retired().stream().map(this::link).toList());
    json.put("altered", drawn.redraw().altered().stream().map(this::link).toList());
    return json;
  }

  /**
   * The same, of grids and edits only those that are other than its planner saw them, and of what
   * it does to the areas of its base only how many.
   */
  Map<String, @Nullable Object> change(PlanChange change) {
    DrawnPlan drawn = change.plan();
    PlanDifference difference = change.difference();
    Map<String, @Nullable Object> json =
        plan(
            drawn,
            difference.keptEdits(),
            difference.changed().stream().map(drawn.topology()::getFace).toList());
    Map<String, Object> since = new LinkedHashMap<>();
    since.put("version", difference.since());
    since.put("edits", difference.keptEdits());
    since.put("gone", difference.gone());
    json.put("since", since);
    return json;
  }

  private Map<String, @Nullable Object> plan(DrawnPlan drawn, int knownEdits, List<Face> grids) {
    Plan plan = drawn.plan();
    List<PlanEdit> edits = drawn.history().until(plan.head());
    Map<String, @Nullable Object> json = head(plan);
    json.put("canUndo", drawn.history().undoOf(plan.head()).isPresent());
    json.put("canRedo", drawn.history().redoOf(plan.head()).isPresent());
    json.put(
        "edits", edits.subList(knownEdits, edits.size()).stream().map(PlanJson::edit).toList());
    json.put("changedSince", List.copyOf(new TreeSet<>(drawn.changedSince())));
    json.put("repairs", drawn.topology().repairs().stream().map(PlanJson::repair).toList());
    json.put(
        "grids",
        collection(
            grids.stream().map(face -> face(face, drawn.topology(), drawn.redraw())).toList()));
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("retired", drawn.redraw().retired().size());
    counts.put("altered", drawn.redraw().altered().size());
    json.put("counts", counts);
    json.put("lineage", drawn.lineage().stream().map(PlanJson::line).toList());
    return json;
  }

  private static Map<String, Object> collection(List<Map<String, Object>> features) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("features", features);
    return json;
  }

  private static Map<String, Object> repair(Repair repair) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", repair.kind().word());
    json.put("areas", repair.areas());
    json.put("location", pair(repair.place()));
    json.put("squareMeters", Math.round(repair.squareMeters() * 100) / 100.0);
    json.put("meters", Math.round(repair.meters() * 100) / 100.0);
    json.put("outside", !repair.outside().isEmpty());
    json.put("outsideAreas", repair.outside());
    return json;
  }

  private static Map<String, Object> edit(PlanEdit edit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seq", edit.seq());
    json.put("after", edit.after());
    json.put("at", edit.at().toString());
    json.put("account", edit.account());
    json.put("kind", edit.operation().kind());
    json.put("faces", edit.operation().faces());
    return json;
  }

  /** What an edit made, or would make. */
  Map<String, @Nullable Object> made(Drawn drawn, Redraw redraw) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("made", collection(drawn.made(), drawn, redraw));
    json.put("after", collection(drawn.changed(), drawn, redraw));
    Map<String, Object> path = new LinkedHashMap<>();
    path.put("type", "LineString");
    path.put("coordinates", drawn.path().stream().map(PlanJson::pair).toList());
    json.put("path", path);
    json.put("changed", drawn.changed());
    json.put("gone", drawn.gone());
    return json;
  }

  private Map<String, Object> collection(List<String> ids, Drawn drawn, Redraw redraw) {
    return collection(
        ids.stream()
            .map(id -> face(drawn.topology().getFace(id), drawn.topology(), redraw))
            .toList());
  }

  /** An edit that is only shown. */
  Map<String, @Nullable Object> preview(Preview preview) {
    Map<String, @Nullable Object> json = made(preview.drawn(), preview.redraw());
    json.put("altered", preview.redraw().altered().stream().map(this::link).toList());
    json.put("cutBuildings", preview.cutBuildings());
    return json;
  }

  private static List<Double> pair(LatticePoint point) {
    return List.of(point.lonDegrees(), point.latDegrees());
  }

  private Map<String, Object> face(Face face, Topology topology, Redraw redraw) {
    FaceFigures figures = redraw.figures().get(face.id());
    Area area = counted(redraw.area(face), face, figures);
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("face", face.id());
    properties.put("code", area.code());
    properties.put("name", face.born() ? area.name() : face.name());
    properties.put("level", area.level().word());
    properties.put("kind", face.kind().word());
    properties.put("parent", face.parent().orElse(null));
    properties.put("born", face.born());
    properties.put("from", face.born() ? codes(face.origins()) : List.of());
    properties.put("households", area.households());
    properties.put("population", area.population());
    properties.put("buildings", figures == null ? null : figures.buildings());
    properties.put(
        "squareMeters",
        Math.round(
            figures == null ? Geodesy.areaSquareMeters(face.shape()) : figures.squareMeters()));
    properties.put("estimated", figures != null && figures.estimated());
    properties.put("microGrids", topology.children(face.id()).size());
    properties.put("sizeRule", sizeRule(area));
    properties.put("labelPoint", pair(face.label()));
    return FeaturePage.feature(face.id(), face.shape().toDegrees(), properties);
  }

  /** The area as the plan would have it. */
  private static Area counted(Area area, Face face, @Nullable FaceFigures figures) {
    AreaBuilder drawn = area.edit().kind(face.kind());
    return figures == null
        ? drawn.build()
        : drawn.households(figures.households()).population(figures.population()).build();
  }

  private static List<String> codes(List<Area> areas) {
    Set<String> codes = new HashSet<>();
    areas.forEach(area -> codes.add(area.code()));
    return List.copyOf(new TreeSet<>(codes));
  }

  private Map<String, Object> sizeRule(Area area) {
    Optional<SizeRule> rule = atlas.sizeRule(area);
    if (rule.isEmpty()) {
      return Map.of("verdict", "none");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("min", rule.get().min());
    json.put("max", rule.get().max());
    json.put("verdict", rule.get().judge(area.households()).word());
    return json;
  }

  private Map<String, Object> link(Area area) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("partition", area.key().partition());
    json.put("level", area.level().word());
    json.put("code", area.code());
    json.put("name", area.name());
    return json;
  }

  /** One old and one new area that share ground. */
  static Map<String, Object> line(Lineage line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("partition", line.old().partition());
    json.put("old", line.old().code());
    json.put("new", line.now().code());
    json.put("plan", line.planId());
    json.put("effectiveFrom", line.at().toString());
    return json;
  }

  /** Whether a plan could be published, and what stands against it. */
  Map<String, Object> validation(DrawnPlan drawn) {
    List<Map<String, Object>> problems = new ArrayList<>();
    if (!drawn.changedSince().isEmpty()) {
      problems.add(problem("plan-base-stale", List.copyOf(new TreeSet<>(drawn.changedSince()))));
    }
    if (drawn.redraw().isEmpty()) {
      problems.add(problem("plan-empty", List.of()));
    }
    List<Map<String, Object>> warnings = new ArrayList<>();
    for (Area area : drawn.redraw().born().values()) {
      SizeRule.Verdict verdict =
          atlas
              .sizeRule(area)
              .map(rule -> rule.judge(area.households()))
              .orElse(SizeRule.Verdict.WITHIN);
      if (area.level() == Level.GRID && verdict != SizeRule.Verdict.WITHIN) {
        warnings.add(problem("size-" + verdict.word(), List.of(area.code())));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("publishable", problems.isEmpty());
    json.put("problems", problems);
    json.put("warnings", warnings);
    return json;
  }

  private static Map<String, Object> problem(String code, List<String> areas) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("areas", areas);
    return json;
  }
}
