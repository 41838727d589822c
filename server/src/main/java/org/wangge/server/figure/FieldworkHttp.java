package org.wangge.server.figure;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.figure.Period;
import org.wangge.patrol.round.RunTally;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.visit.Coverage;

/** What was patrolled and visited, over HTTP. */
public final class FieldworkHttp {
  private final Fieldwork work;
  private final FigureRequests requests;
  private final Clock clock;

  FieldworkHttp(Fieldwork work, FigureRequests requests, Clock clock) {
    this.work = work;
    this.requests = requests;
    this.clock = clock;
  }

  /** {@code GET /api/kpi/fieldwork?period&day&area}. */
  public void table(Context ctx) {
    FigureRequests.FieldworkRequest asked = requests.fieldwork(ctx, clock.instant());
    Period.Span span = asked.period().span(clock.instant());
    Fieldwork.Table table = work.of(Callers.of(ctx), asked.areaOrNull(), span);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("period", FigureJson.period(asked.period(), span));
    json.put("total", done(table.total()));
    json.put("rows", table.rows().stream().map(FieldworkHttp::row).toList());
    Json.write(ctx, "application/json", json);
  }

  private static Map<String, @Nullable Object> row(Fieldwork.Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", row.area().code());
    json.put("name", row.area().name());
    json.put("level", row.area().level().word());
    json.putAll(done(row.work()));
    return json;
  }

  private static Map<String, @Nullable Object> done(Fieldwork.Work done) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("patrols", done.patrols().map(FieldworkHttp::patrols).orElse(null));
    json.put("visits", done.visits().map(FieldworkHttp::visits).orElse(null));
    return json;
  }

  private static Map<String, Object> patrols(RunTally tally) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("due", tally.due());
    json.put("judged", tally.judged());
    json.put("done", tally.done());
    json.put("partly", tally.partly());
    json.put("missed", tally.missed());
    json.put("unknown", tally.unknown());
    json.put("streetMeters", Math.round(tally.streetMeters()));
    json.put("walkedStreetMeters", Math.round(tally.walkedStreetMeters()));
    return json;
  }

  private static Map<String, Object> visits(Coverage coverage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("due", coverage.due());
    json.put("seen", coverage.seen());
    json.put("settled", coverage.settled());
    json.put("tried", coverage.tried());
    return json;
  }
}
