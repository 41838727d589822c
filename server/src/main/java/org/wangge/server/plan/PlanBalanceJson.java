package org.wangge.server.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.SizeRule;
import org.wangge.plan.balance.Balance;
import org.wangge.plan.balance.GridBalance;
import org.wangge.plan.balance.Judgement;
import org.wangge.plan.balance.Proposal;

/** The figures of a plan's grids as JSON. */
final class PlanBalanceJson {
  private PlanBalanceJson() {}

  /** A whole balance. */
  static Map<String, @Nullable Object> balance(Balance balance) {
    return balance(balance, balance.grids());
  }

  /** Of the grids only some, of the totals all. */
  static Map<String, @Nullable Object> changed(Balance balance, Collection<String> faces) {
    return balance(
        balance, faces.stream().flatMap(face -> balance.find(face).stream()).distinct().toList());
  }

  private static Map<String, @Nullable Object> balance(Balance balance, List<GridBalance> told) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", balance.version());
    json.put("grids", told.stream().map(PlanBalanceJson::grid).toList());
    json.put("totals", totals(balance.totals()));
    json.put("spread", balance.spread().map(PlanBalanceJson::spread).orElse(null));
    return json;
  }

  static Map<String, Object> grid(GridBalance grid) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("face", grid.face());
    json.put("code", grid.area().code());
    json.put("name", grid.area().name());
    json.put("kind", grid.area().kind().word());
    json.put("households", grid.area().households());
    json.put("population", grid.area().population());
    json.put("estimated", grid.estimated());
    json.put("buildings", grid.ground().buildings());
    json.put("staff", grid.staff());
    json.put("cameras", grid.ground().cameras());
    json.put("squareMeters", Math.round(grid.ground().squareMeters()));
    json.put("compactness", thousandths(grid.ground().compactness()));
    json.put("onStreets", thousandths(grid.ground().onStreets()));
    json.put("cutBuildings", grid.ground().cutBuildings());
    json.put("verdict", verdict(grid));
    json.put("rules", grid.judgements().stream().map(PlanBalanceJson::judgement).toList());
    json.put("problems", grid.problems());
    return json;
  }

  /** The first thing a rule finds wrong; {@code none} where no rule judges. */
  private static String verdict(GridBalance grid) {
    if (grid.judgements().isEmpty()) {
      return "none";
    }
    return grid.judgements().stream()
        .map(Judgement::verdict)
        .filter(verdict -> verdict != SizeRule.Verdict.WITHIN)
        .findFirst()
        .orElse(SizeRule.Verdict.WITHIN)
        .word();
  }

  private static Map<String, Object> judgement(Judgement judgement) {
    SizeRule rule = judgement.rule();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", rule.id());
    json.put("area", rule.area());
    json.put("measure", rule.measure().word());
    json.put("min", rule.min());
    json.put("max", rule.max());
    json.put("counted", judgement.counted());
    json.put("verdict", judgement.verdict().word());
    json.put("deviation", judgement.deviation());
    return json;
  }

  private static Map<String, Object> totals(Balance.Totals totals) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("grids", totals.grids());
    json.put("households", totals.households());
    json.put("population", totals.population());
    json.put("buildings", totals.buildings());
    json.put("staff", totals.staff());
    json.put("cameras", totals.cameras());
    json.put("squareMeters", totals.squareMeters());
    json.put("problems", totals.problems());
    return json;
  }

  private static Map<String, Object> spread(Balance.Spread spread) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("least", spread.least());
    json.put("most", spread.most());
    json.put("mean", tenths(spread.mean()));
    json.put("deviation", tenths(spread.deviation()));
    return json;
  }

  /** Proposed lines as features, the best first. */
  static Map<String, Object> proposals(String face, List<Proposal> proposals) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("face", face);
    json.put("features", proposals.stream().map(PlanBalanceJson::proposal).toList());
    return json;
  }

  private static Map<String, Object> proposal(Proposal proposal) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", "LineString");
    geometry.put("coordinates", proposal.line().stream().map(PlanBalanceJson::pair).toList());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("keepsRules", proposal.keepsRules());
    properties.put("unevenness", thousandths(proposal.unevenness()));
    properties.put("cutBuildings", proposal.cutBuildings());
    properties.put("halves", proposal.halves().stream().map(PlanBalanceJson::grid).toList());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "Feature");
    json.put("geometry", geometry);
    json.put("properties", properties);
    return json;
  }

  private static List<Double> pair(LatticePoint point) {
    return List.of(point.lonDegrees(), point.latDegrees());
  }

  private static double thousandths(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
