package org.wangge.server.plan.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wangge.geo.Geodesy;
import org.wangge.grid.Area;
import org.wangge.people.PersonNames.OnDuty;
import org.wangge.plan.compare.OutlineChange;
import org.wangge.plan.impact.Flow;
import org.wangge.plan.impact.Handed;
import org.wangge.plan.impact.PlanImpact;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

/**
 * What a plan changes as tables in the reader's language: its grids, what goes from which to which
 * in sums, and thing by thing.
 */
final class ImpactSheet {
  private final Catalog words;
  private final PlanImpact found;
  private final Map<String, OnDuty> names;

  ImpactSheet(Language language, PlanImpact found, Map<String, OnDuty> names) {
    this.words = new Catalog(language, "paper");
    this.found = found;
    this.names = names;
  }

  private String word(String key) {
    return words.find("impact." + key, Map.of()).orElse(key);
  }

  private SheetRow head(String... keys) {
    List<Object> cells = new ArrayList<>();
    for (String key : keys) {
      cells.add(word("column." + key));
    }
    return new SheetRow(cells);
  }

  /** The tables by their names, each with its head first. */
  Map<String, List<SheetRow>> tables() {
    Map<String, List<SheetRow>> tables = new LinkedHashMap<>();
    tables.put(word("table.grids"), grids());
    tables.put(word("table.flows"), flows());
    tables.put(word("table.handed"), handed());
    return tables;
  }

  private List<SheetRow> grids() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(head("code", "name", "change", "households", "population", "square-meters"));
    found.impact().retired().forEach(area -> rows.add(grid(area, "retired")));
    found.impact().born().forEach(area -> rows.add(grid(area, "born")));
    found.impact().outlines().stream()
        .filter(OutlineChange::movesGround)
        .forEach(one -> rows.add(grid(one.after(), "outline")));
    return rows;
  }

  private SheetRow grid(Area area, String change) {
    long ground = Math.round(area.shape().map(Geodesy::areaSquareMeters).orElse(0.0));
    return SheetRow.of(
        area.code(),
        area.name(),
        word("change." + change),
        (long) area.households(),
        (long) area.population(),
        ground);
  }

  private List<SheetRow> flows() {
    List<Flow> flows = found.impact().flows();
    Set<String> figures = new TreeSet<>();
    flows.forEach(flow -> figures.addAll(flow.figures().keySet()));
    List<SheetRow> rows = new ArrayList<>();
    List<Object> head =
        new ArrayList<>(
            List.of(word("column.from"), word("column.to"), word("column.square-meters")));
    figures.forEach(figure -> head.add(word("figure." + figure)));
    rows.add(new SheetRow(head));
    for (Flow flow : flows) {
      List<Object> cells =
          new ArrayList<>(
              List.of(flow.move().from(), flow.move().to(), Math.round(flow.squareMeters())));
      figures.forEach(figure -> cells.add((long) flow.figures().getOrDefault(figure, 0)));
      rows.add(new SheetRow(cells));
    }
    return rows;
  }

  private List<SheetRow> handed() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(head("kind", "id", "label", "from", "to", "households"));
    for (Handed one : found.impact().handed()) {
      rows.add(
          SheetRow.of(
              word("kind." + one.kind()),
              one.id(),
              label(one),
              one.move().from(),
              one.move().to(),
              (long) one.figures().getOrDefault("households", 0)));
    }
    return rows;
  }

  private String label(Handed one) {
    if (!one.isPerson()) {
      return one.label();
    }
    OnDuty who = names.get(one.id());
    String duty = one.label().isEmpty() ? "" : word("duty." + one.label());
    return (duty + " " + (who == null ? "" : who.name().text())).strip();
  }
}
