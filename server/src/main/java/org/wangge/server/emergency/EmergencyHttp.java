package org.wangge.server.emergency;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyCall;
import org.wangge.emergency.EmergencyRegister;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.people.PersonNames;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.WebServer;
import org.wangge.server.people.AccountNames;
import org.wangge.server.plan.impact.SheetFiles;

/** Emergencies over HTTP. */
public final class EmergencyHttp {
  private static final String JSON = "application/json";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final EmergencyRegister register;
  private final Named named;
  private final Supplier<AreaAtlas> atlas;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * Where names come from.
   *
   * @param accounts of who declared and ended
   * @param people of who is asked
   * @param categories by code, in each language
   */
  record Named(
      AccountNames accounts,
      PersonNames people,
      Supplier<Map<String, Map<String, String>>> categories) {}

  EmergencyHttp(
      EmergencyRegister register,
      Named named,
      Supplier<AreaAtlas> atlas,
      ZoneId zone,
      Clock clock) {
    this.register = register;
    this.named = named;
    this.atlas = atlas;
    this.zone = zone;
    this.clock = clock;
  }

  /** {@code GET /api/emergencies?lasting&before&limit}, the newest first. */
  public void list(Context ctx) {
    EmergencyRequests.ListRequest asked = EmergencyRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<EmergencyRegister.Seen> found =
        register.list(caller, asked.lasting(), asked.before(), asked.pageSize() + 1);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            asked.pageSize(),
            json(caller, found)::row,
            one -> Long.toString(one.emergency().id()),
            clock.instant()));
  }

  /** {@code POST /api/emergencies/preview}: what would follow; nothing changes. */
  public void preview(Context ctx) {
    Emergency.Plan plan = EmergencyRequests.plan(ctx);
    Caller caller = Callers.of(ctx);
    Json.write(ctx, JSON, json(caller, List.of()).foreseen(register.foresee(caller, plan)));
  }

  /** {@code POST /api/emergencies}. */
  public void declare(Context ctx) {
    Emergency.Plan plan = EmergencyRequests.plan(ctx);
    Caller caller = Callers.of(ctx);
    EmergencyRegister.Seen declared = register.declare(caller, plan);
    ctx.status(201);
    ctx.header("Location", "/api/emergencies/" + declared.emergency().id());
    write(ctx, caller, declared);
  }

  /** {@code GET /api/emergencies/{id}}. */
  public void get(Context ctx) {
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.get(caller, EmergencyRequests.id(ctx)));
  }

  private void write(Context ctx, Caller caller, EmergencyRegister.Seen seen) {
    ETags.set(ctx, seen.emergency().version());
    Json.write(ctx, FeaturePage.TYPE, json(caller, List.of(seen)).whole(seen));
  }

  /** {@code GET /api/emergencies/{id}/calls}: who was asked, and what they said. */
  public void calls(Context ctx) {
    Caller caller = Callers.of(ctx);
    writeCalls(ctx, caller, register.calls(caller, EmergencyRequests.id(ctx)));
  }

  private void writeCalls(Context ctx, Caller caller, List<EmergencyCall> calls) {
    // The duty of an area plays no part in what may be known of somebody.
    List<InCharge> people =
        calls.stream().map(one -> new InCharge(Duty.VOLUNTEER, one.staff())).toList();
    Map<String, PersonNames.OnDuty> known =
        people.isEmpty() ? Map.of() : named.people().onDuty(caller, people);
    EmergencyJson json = json(caller, List.of());
    put(ctx, "calls", calls.stream().map(one -> json.call(one, known.get(one.staff()))).toList());
  }

  private void put(Context ctx, String name, Object value) {
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put(name, value);
    page.put("asOf", clock.instant().toString());
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, page);
  }

  /** {@code GET /api/emergencies/own}: where the caller is asked to serve. */
  public void own(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    EmergencyJson json = json(caller, List.of());
    put(ctx, "calls", register.own(caller).stream().map(json::own).toList());
  }

  /** {@code POST /api/emergencies/{id}/reply} with {@code {comes}}. */
  public void reply(Context ctx) {
    long id = EmergencyRequests.id(ctx);
    Caller caller = Callers.of(ctx);
    EmergencyRegister.Own said = register.reply(caller, id, EmergencyRequests.comes(ctx));
    put(ctx, "call", json(caller, List.of()).own(said));
  }

  /** {@code POST /api/emergencies/{id}/calls/{staff}/reply} with {@code {comes}}. */
  public void replyFor(Context ctx) {
    long id = EmergencyRequests.id(ctx);
    String staff = Parameters.of(ctx).part("staff");
    Caller caller = Callers.of(ctx);
    EmergencyRegister.Own said = register.replyFor(caller, id, staff, EmergencyRequests.comes(ctx));
    writeCalls(ctx, caller, List.of(said.call()));
  }

  /** {@code PUT /api/emergencies/{id}/grids/{grid}/contact} with {@code If-Match}. */
  public void contact(Context ctx) {
    long id = EmergencyRequests.id(ctx);
    String grid = Parameters.of(ctx).part("grid");
    Caller caller = Callers.of(ctx);
    int seen = ETags.getIfMatch(ctx);
    write(ctx, caller, register.contact(caller, id, grid, seen, EmergencyRequests.contact(ctx)));
  }

  /** {@code POST /api/emergencies/{id}/end} with {@code If-Match}. */
  public void end(Context ctx) {
    long id = EmergencyRequests.id(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.end(caller, id, ETags.getIfMatch(ctx)));
  }

  /** {@code GET /api/emergencies/{id}/sheet.xlsx?lang=}: the report as a file. */
  public void sheet(Context ctx) {
    long id = EmergencyRequests.id(ctx);
    EmergencyWords words = new EmergencyWords(EmergencyRequests.language(ctx), zone);
    EmergencySheet sheet =
        new EmergencySheet(
            words, register.get(Callers.of(ctx), id), named.categories().get(), atlas.get());
    ctx.contentType(XLSX);
    ctx.header("Content-Disposition", "attachment; filename=\"wangge-emergency-" + id + ".xlsx\"");
    WebServer.secure(ctx);
    try (BufferedOutputStream out = new BufferedOutputStream(ctx.outputStream())) {
      SheetFiles.writeXlsx(out, sheet.tables());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmergencyJson json(Caller caller, List<EmergencyRegister.Seen> found) {
    List<String> accounts =
        found.stream()
            .map(EmergencyRegister.Seen::emergency)
            .flatMap(one -> Stream.concat(Stream.of(one.declared()), one.ending().stream()))
            .map(Emergency.Deed::account)
            .distinct()
            .toList();
    return new EmergencyJson(
        accounts.isEmpty() ? Map.of() : named.accounts().namesOf(caller, accounts),
        named.categories().get(),
        atlas.get());
  }
}
