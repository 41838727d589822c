package org.wangge.server.visit;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Csv;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Language;
import org.wangge.visit.Coverage;
import org.wangge.visit.VisitCount;

/** What is due, and how many were seen, over HTTP. */
public final class CoverageHttp {
  private final VisitCount count;
  private final Supplier<AreaAtlas> atlas;
  private final ZoneId zone;
  private final Clock clock;

  CoverageHttp(VisitCount count, Supplier<AreaAtlas> atlas, ZoneId zone, Clock clock) {
    this.count = count;
    this.atlas = atlas;
    this.zone = zone;
    this.clock = clock;
  }

  /** {@code GET /api/visits/due?grid&unit&rule&state&near&after&limit}. */
  public void due(Context ctx) {
    VisitRequests.DueRequest asked = VisitRequests.due(ctx);
    VisitCount.Due due = count.due(Callers.of(ctx), asked.query());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("type", "FeatureCollection");
    page.put("features", due.found().stream().map(VisitJson::due).toList());
    page.put("all", due.all());
    page.put("asOf", clock.instant().toString());
    int upTo = asked.query().after() + due.found().size();
    if (upTo < due.all()) {
      page.put("next", Integer.toString(upTo));
    }
    Json.write(ctx, FeaturePage.TYPE, page);
  }

  /** What was counted. */
  private record Counted(VisitRequests.CoverageRequest asked, List<Coverage> rows) {
    Coverage total() {
      return rows.stream().reduce(Coverage.none(), Coverage::and);
    }
  }

  private Counted counted(Context ctx) {
    VisitRequests.CoverageRequest asked = VisitRequests.coverage(ctx, zone, clock.instant());
    List<Coverage> units =
        count.coverage(
            Callers.of(ctx), asked.areaOrNull(), asked.ruleOrNull(), asked.from(), asked.to());
    return new Counted(asked, asked.byUnit() ? units : VisitCount.byGrid(units));
  }

  /** {@code GET /api/visits/coverage?grid&rule&by=grid|unit&month}: n of N. */
  public void coverage(Context ctx) {
    Counted counted = counted(ctx);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("month", counted.asked().month().toString());
    page.put("from", counted.asked().from().toString());
    page.put("to", counted.asked().to().toString());
    page.put("asOf", clock.instant().toString());
    page.put("total", VisitJson.counts(counted.total()));
    page.put(
        "rows", counted.rows().stream().map(one -> VisitJson.coverage(one, atlas.get())).toList());
    Json.write(ctx, "application/json", page);
  }

  /** {@code GET /api/visits/coverage.csv}, asked as {@link #coverage}. */
  public void csv(Context ctx) {
    Counted counted = counted(ctx);
    Language language =
        "en".equals(ctx.queryParam("lang"))
            ? Language.EN
            : "zh".equals(ctx.queryParam("lang")) ? Language.ZH : Language.of(ctx);
    Catalog words = new Catalog(language, "visit");
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.line(head(words)));
    counted.rows().forEach(one -> text.append(Csv.line(cells(one))));
    ctx.contentType("text/csv; charset=utf-8");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"wangge-visits-" + counted.asked().month() + ".csv\"");
    ctx.result(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> head(Catalog words) {
    return List.of("code", "grid", "building", "unit", "seen", "due", "share", "settled", "tried")
        .stream()
        .map(one -> words.find("visit." + one, Map.of()).orElse(one))
        .toList();
  }

  private List<Object> cells(Coverage one) {
    List<Object> cells = new ArrayList<>();
    cells.add(one.grid());
    cells.add(VisitJson.nameOf(one.grid(), atlas.get()));
    cells.add(one.building());
    cells.add(one.unitId());
    cells.add(one.seen());
    cells.add(one.due());
    cells.add(one.due() == 0 ? "" : "%.1f%%".formatted(100.0 * one.seen() / one.due()));
    cells.add(one.settled());
    cells.add(one.tried());
    return cells;
  }
}
