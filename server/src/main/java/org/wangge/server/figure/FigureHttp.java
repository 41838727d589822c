package org.wangge.server.figure;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.figure.Case;
import org.wangge.figure.Figure;
import org.wangge.figure.FigureRegister;
import org.wangge.figure.FigureTable;
import org.wangge.figure.GradeRules;
import org.wangge.figure.Grouping;
import org.wangge.figure.Period;
import org.wangge.grid.Partition;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Figures over HTTP. */
public final class FigureHttp {
  private static final String JSON = "application/json";

  private final FigureRegister register;
  private final FigureNames names;
  private final FigureRequests requests;
  private final Supplier<List<Partition>> partitions;
  private final Clock clock;

  FigureHttp(
      FigureRegister register,
      FigureNames names,
      FigureRequests requests,
      Supplier<List<Partition>> partitions,
      Clock clock) {
    this.partitions = partitions;
    this.register = register;
    this.names = names;
    this.requests = requests;
    this.clock = clock;
  }

  /** {@code GET /api/kpi}. */
  public void table(Context ctx) {
    FigureRequests.TableRequest request = requests.table(ctx, clock.instant());
    Caller caller = Callers.of(ctx);
    FigureTable table = register.table(caller, request.question());
    List<FigureTable.Group> groups =
        sorted(table.groups(), request.sort()).stream().limit(request.limit()).toList();
    Map<String, @Nullable Object> json =
        FigureJson.table(table, groups, names.of(caller, table.question().by(), groups));
    json.put("partitions", FigureJson.partitions(partitions.get()));
    json.put("filterName", names.ofFilter(caller, table).map(FigureJson::name).orElse(null));
    Json.write(ctx, JSON, json);
  }

  /** The highest first; those of nothing, and those that belong nowhere, last. */
  private static List<FigureTable.Group> sorted(
      List<FigureTable.Group> groups, @Nullable Figure by) {
    if (by == null) {
      return groups;
    }
    Comparator<FigureTable.Group> order =
        Comparator.comparing(group -> group.key().equals(Grouping.NONE));
    return groups.stream()
        .sorted(order.thenComparing(Comparator.comparingDouble(group -> -height(group, by))))
        .toList();
  }

  private static double height(FigureTable.Group group, Figure by) {
    var value = group.figures().now().of(by);
    return by.denominator().isPresent()
        ? value.result().map(Number::doubleValue).orElse(-1.0)
        : value.numerator();
  }

  /** {@code GET /api/kpi/cases}: the list behind a number. */
  public void cases(Context ctx) {
    FigureRequests.ListRequest request = requests.list(ctx, clock.instant());
    List<Case> all =
        register.cases(Callers.of(ctx), request.question(), request.count(), request.asOf());
    List<Map<String, @Nullable Object>> page =
        all.stream().skip(request.skip()).limit(request.limit()).map(FigureJson::one).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", all.size());
    json.put("cases", page);
    int next = request.skip() + page.size();
    if (next < all.size()) {
      json.put("next", Integer.toString(next));
    }
    Json.write(ctx, JSON, json);
  }

  /** {@code GET /api/kpi/series}: the same over time. */
  public void series(Context ctx) {
    Instant now = clock.instant();
    FigureRequests.SeriesRequest request = requests.series(ctx, now);
    List<Period> periods = request.question().period().series(request.count());
    Json.write(
        ctx,
        JSON,
        FigureJson.series(
            periods, register.series(Callers.of(ctx), request.question().filter(), periods), now));
  }

  /** {@code GET /api/kpi/grades}. */
  public void grades(Context ctx) {
    Parameters.of(ctx);
    answer(ctx, register.rules(Callers.of(ctx)));
  }

  /** {@code PUT /api/kpi/grades}, with {@code If-Match}. */
  public void changeGrades(Context ctx) {
    Parameters.of(ctx);
    int version = ETags.getIfMatch(ctx);
    answer(ctx, register.change(Callers.of(ctx), version, FigureRequests.thresholds(ctx)));
  }

  private static void answer(Context ctx, GradeRules rules) {
    ETags.set(ctx, rules.version());
    Json.write(ctx, JSON, FigureJson.rules(rules));
  }
}
