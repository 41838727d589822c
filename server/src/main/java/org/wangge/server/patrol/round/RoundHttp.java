package org.wangge.server.patrol.round;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.grid.AreaAtlas;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.LookKind;
import org.wangge.patrol.round.RoundJudging;
import org.wangge.patrol.round.RoundRegister;
import org.wangge.patrol.round.RunTally;
import org.wangge.patrol.round.Span;
import org.wangge.people.PersonNames;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Csv;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;

/** Patrols over HTTP. */
public final class RoundHttp {
  private static final String JSON = "application/json";
  private static final Duration LONGEST_LIST = Duration.ofDays(31);
  private static final Duration LONGEST_FIGURES = Duration.ofDays(400);

  private final RoundRegister register;
  private final RoundJudging judging;
  private final Runnable hurry;
  private final LookBook looks;
  private final PersonNames names;
  private final Supplier<AreaAtlas> atlas;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * Puts it together.
   *
   * @param hurry has what was not compared yet compared at once, and people reminded of what begins
   *     soon
   */
  RoundHttp(
      RoundRegister register, RoundJudging judging, Runnable hurry, LookBook looks, Words words) {
    this.register = register;
    this.judging = judging;
    this.hurry = hurry;
    this.looks = looks;
    this.names = words.names();
    this.atlas = words.atlas();
    this.zone = words.zone();
    this.clock = words.clock();
  }

  /**
   * What answers are put in words with.
   *
   * @param names of people
   * @param atlas what grids are called
   * @param zone whose days they are
   */
  record Words(PersonNames names, Supplier<AreaAtlas> atlas, ZoneId zone, Clock clock) {}

  /** {@code GET /api/patrols}: plans, the newest first. */
  public void list(Context ctx) {
    Caller caller = Callers.of(ctx);
    List<RoundRegister.Seen> found = register.list(caller);
    RoundJson json = ofPlans(caller, found);
    Json.write(ctx, JSON, page(Map.of("plans", found.stream().map(json::plan).toList())));
  }

  /** {@code POST /api/patrols}. */
  public void add(Context ctx) {
    Caller caller = Callers.of(ctx);
    RoundRegister.Seen added = register.add(caller, RoundRequests.terms(ctx));
    hurry.run();
    ctx.status(201);
    ctx.header("Location", "/api/patrols/" + added.plan().id());
    write(ctx, caller, added);
  }

  /** {@code GET /api/patrols/{id}}. */
  public void get(Context ctx) {
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.get(caller, RoundRequests.plan(ctx)));
  }

  /** {@code PUT /api/patrols/{id}} with {@code If-Match}. */
  public void change(Context ctx) {
    long id = RoundRequests.plan(ctx);
    Caller caller = Callers.of(ctx);
    int version = ETags.getIfMatch(ctx);
    register.get(caller, id);
    RoundRegister.Seen changed = register.change(caller, id, version, RoundRequests.terms(ctx));
    hurry.run();
    write(ctx, caller, changed);
  }

  /** {@code POST /api/patrols/{id}/end} with {@code If-Match}. */
  public void end(Context ctx) {
    long id = RoundRequests.plan(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.end(caller, id, ETags.getIfMatch(ctx)));
  }

  private void write(Context ctx, Caller caller, RoundRegister.Seen seen) {
    ETags.set(ctx, seen.plan().version());
    Json.write(ctx, JSON, ofPlans(caller, List.of(seen)).plan(seen));
  }

  private RoundJson ofPlans(Caller caller, List<RoundRegister.Seen> plans) {
    return json(
        caller,
        plans.stream()
            .flatMap(one -> one.plan().terms().staffCodes().stream())
            .distinct()
            .toList());
  }

  private RoundJson json(Caller caller, Collection<String> staffCodes) {
    return new RoundJson(names.namesOf(caller, staffCodes), atlas.get());
  }

  private Map<String, Object> page(Map<String, Object> rest) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("asOf", clock.instant().toString());
    page.put("timeZone", zone.getId());
    page.putAll(rest);
    return page;
  }

  /** {@code GET /api/patrols/runs?from&to&plan&staff&grid}. */
  public void runs(Context ctx) {
    Caller caller = Callers.of(ctx);
    List<RoundRegister.SeenRun> found =
        register.runs(caller, RoundRequests.runs(ctx, LONGEST_LIST));
    Instant now = clock.instant();
    if (found.stream().anyMatch(one -> one.runOrNull() == null && one.due().from().isBefore(now))) {
      hurry.run();
    }
    Json.write(ctx, JSON, page(Map.of("runs", runs(caller, found))));
  }

  private List<Map<String, @Nullable Object>> runs(
      Caller caller, List<RoundRegister.SeenRun> found) {
    RoundJson json =
        json(caller, found.stream().map(one -> one.due().staffCode()).distinct().toList());
    return found.stream().map(json::run).toList();
  }

  /** {@code GET /api/patrols/own}: the caller's own of today. */
  public void own(Context ctx) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(zone).toLocalDate();
    Span day =
        new Span(
            today.atStartOfDay(zone).toInstant(), today.plusDays(1).atStartOfDay(zone).toInstant());
    Caller caller = Callers.of(ctx);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, page(Map.of("runs", runs(caller, register.own(caller, day)))));
  }

  /** {@code GET /api/patrols/runs/{run}}: where and when exactly; a look at somebody. */
  public void run(Context ctx) {
    Caller caller = Callers.of(ctx);
    RoundRegister.SeenRun seen = register.getRun(caller, RoundRequests.run(ctx));
    looks.note(caller, LookKind.TRACK, List.of(seen.due().staffCode()), clock.instant());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("run", runs(caller, List.of(seen)).get(0));
    page.put(
        "ground",
        RoundSheetJson.of(
            judging.sheet(seen.due(), clock.instant()), caller.with(Right.READ_PATROLS).scope()));
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, page(page));
  }

  /** {@code GET /api/patrols/figures?from&to&by=person|grid&plan&staff&grid}. */
  public void figures(Context ctx) {
    Caller caller = Callers.of(ctx);
    RoundRequests.FiguresRequest asked = RoundRequests.figures(ctx, LONGEST_FIGURES);
    List<RunTally> found = register.tallies(caller, asked.query(), asked.byGrid());
    RoundJson json = json(caller, found.stream().map(RunTally::code).toList());
    Json.write(
        ctx,
        JSON,
        page(Map.of("rows", found.stream().map(one -> json.tally(one, asked.byGrid())).toList())));
  }

  /** {@code GET /api/patrols/unwalked?grid&days}. */
  public void unwalked(Context ctx) {
    RoundRequests.UnwalkedRequest asked = RoundRequests.unwalked(ctx);
    Instant now = clock.instant();
    Json.write(
        ctx,
        JSON,
        page(
            Map.of(
                "days",
                asked.days(),
                "grids",
                register.unwalked(Callers.of(ctx), asked.areaOrNull(), asked.days()).stream()
                    .map(one -> RoundJson.unwalked(one, now))
                    .toList())));
  }

  /** {@code GET /api/patrols/unwalked.csv?grid&days}. */
  public void unwalkedFile(Context ctx) {
    RoundRequests.UnwalkedRequest asked = RoundRequests.unwalked(ctx);
    Instant now = clock.instant();
    StringBuilder file =
        new StringBuilder(Csv.BYTE_ORDER_MARK)
            .append(Csv.line(List.of("grid", "name", "last_walked", "days")));
    for (RoundRegister.LastWalk one :
        register.unwalked(Callers.of(ctx), asked.areaOrNull(), asked.days())) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(one.area().code());
      cells.add(one.area().name());
      cells.add(one.walkedOrNull());
      cells.add(one.days(now).orElse(null));
      file.append(Csv.line(cells));
    }
    ctx.contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"wangge-unwalked.csv\"")
        .result(file.toString().getBytes(StandardCharsets.UTF_8));
  }
}
