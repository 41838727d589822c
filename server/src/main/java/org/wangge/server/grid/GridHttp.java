package org.wangge.server.grid;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaRegister;
import org.wangge.grid.Level;
import org.wangge.grid.Located;
import org.wangge.people.PersonNames;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Areas over HTTP. */
public final class GridHttp {
  private final AreaRegister register;
  private final LiveAtlas atlas;
  private final Transactions transactions;
  private final List<AreaCounts> counts;
  private final PersonNames names;
  private final Clock clock;
  private final GridJson json;

  GridHttp(
      AreaRegister register,
      LiveAtlas atlas,
      Transactions transactions,
      List<AreaCounts> counts,
      PersonNames names,
      Clock clock) {
    this.register = register;
    this.atlas = atlas;
    this.transactions = transactions;
    this.counts = List.copyOf(counts);
    this.names = names;
    this.clock = clock;
    this.json = new GridJson(atlas);
  }

  /** {@code GET /api/grids}. */
  public void list(Context ctx) {
    GridRequests.ListRequest request = GridRequests.list(ctx, now());
    List<Area> areas = register.list(Callers.of(ctx), request.query());
    Map<String, Object> answer =
        FeaturePage.of(
            areas,
            request.pageSize(),
            area -> json.feature(area, request.withOutlines()),
            Area::code,
            request.query().asOf().at());
    answer.put("coverageVersion", atlas.now().coverageVersion());
    Json.write(ctx, FeaturePage.TYPE, answer);
  }

  /** {@code GET /api/grids/{code}}. */
  public void get(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "partition", "at", "known");
    AreaKey key = GridRequests.key(parameters);
    Area area = register.get(Callers.of(ctx), key, parameters.asOf(now()));
    ETags.set(ctx, area.version());
    Json.write(ctx, FeaturePage.TYPE, json.feature(area, true));
  }

  /** {@code GET /api/grids/{code}/history}. */
  public void history(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "partition");
    List<Area> states = register.history(Callers.of(ctx), GridRequests.key(parameters));
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            states, states.size(), area -> json.feature(area, false), Area::code, now()));
  }

  /** {@code GET /api/grids/{code}/card}. */
  public void card(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "partition");
    AreaKey key = GridRequests.key(parameters);
    AreaAtlas now = atlas.now();
    Area area =
        now.find(key)
            .orElseThrow(
                () ->
                    new NotFound(
                        "area-unknown", Map.of("partition", key.partition(), "code", key.code())));
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("area", json.onCard(area, names.onDuty(Callers.of(ctx), area.inCharge())));
    card.put("chain", now.chainOf(key).stream().map(json::link).toList());
    card.put("counts", counts(Callers.of(ctx), area, now));
    ETags.set(ctx, area.version());
    Json.write(ctx, "application/json", card);
  }

  private Map<String, Object> counts(Caller caller, Area area, AreaAtlas now) {
    List<Area> children = now.children(area.key());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("children", children.size());
    all.put(
        "microGrids", children.stream().filter(child -> child.level() == Level.MICRO_GRID).count());
    transactions.read(
        tx -> {
          counts.forEach(more -> all.putAll(more.counts(tx, caller, area)));
          return 0;
        });
    return all;
  }

  /** {@code POST /api/grids}. */
  public void add(Context ctx) {
    Parameters.of(ctx);
    Area added =
        register.add(Callers.of(ctx), AreaRequest.of(GridRequests.feature(ctx)).asNew(now()));
    ctx.status(201);
    ctx.header("Location", "/api/grids/" + added.code());
    ETags.set(ctx, added.version());
    Json.write(ctx, FeaturePage.TYPE, json.feature(added, true));
  }

  /** {@code PATCH /api/grids/{code}}. */
  public void change(Context ctx) {
    AreaKey key = GridRequests.key(Parameters.of(ctx, "partition"));
    int version = ETags.getIfMatch(ctx);
    AreaRequest edit = AreaRequest.withoutOutline(GridRequests.feature(ctx));
    Area changed = register.change(Callers.of(ctx), key, version, edit);
    ETags.set(ctx, changed.version());
    Json.write(ctx, FeaturePage.TYPE, json.feature(changed, true));
  }

  /** {@code GET /api/grids/at}. */
  public void at(Context ctx) {
    GridRequests.AtRequest request = GridRequests.at(ctx, now());
    LatticePoint point = request.points().get(0);
    AreaAtlas now = atlas.now();
    AsOf asOf = request.asOf().orElseGet(() -> AsOf.now(now()));
    Located located = request.asOf().isPresent() ? atlas.locate(point, asOf) : now.locate(point);
    if (!located.isInside()) {
      throw new NotFound("outside-every-grid", json.outside(point, located));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("point", Map.of("lon", point.lonDegrees(), "lat", point.latDegrees()));
    answer.putAll(json.located(located));
    answer.put("coverageVersion", now.coverageVersion());
    answer.put("asOf", asOf.at().toString());
    Json.write(ctx, "application/json", answer);
  }

  /** {@code POST /api/grids/at}. */
  public void manyAt(Context ctx) {
    Parameters.of(ctx);
    GridRequests.AtRequest request = GridRequests.manyAt(ctx, now());
    AreaAtlas used = request.asOf().map(atlas::asOf).orElseGet(atlas::now);
    List<Located> found = used.locate(request.points());
    List<Map<String, Object>> results = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      results.add(result(request.points().get(i), found.get(i)));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("results", results);
    answer.put("coverageVersion", used.coverageVersion());
    answer.put("asOf", request.asOf().map(AsOf::at).orElseGet(this::now).toString());
    Json.write(ctx, "application/json", answer);
  }

  private Map<String, Object> result(LatticePoint point, Located located) {
    if (located.isInside()) {
      return json.located(located);
    }
    Map<String, Object> outside = new LinkedHashMap<>();
    outside.put("code", "outside-every-grid");
    outside.putAll(json.outside(point, located));
    return outside;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
