package org.wangge.server.whistle;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Handler;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.incident.HandlerNames;
import org.wangge.server.incident.IncidentNames;
import org.wangge.server.people.AccountNames;
import org.wangge.whistle.Responder;
import org.wangge.whistle.Whistle;
import org.wangge.whistle.WhistleCall;
import org.wangge.whistle.WhistleRegister;

/**
 * Whistles over HTTP. Every change answers what a look would show. An answer and an arrival need no
 * version, as many may answer at once; raising and ending do.
 */
public final class WhistleHttp {
  private final WhistleRegister register;
  private final HandlerNames handlers;
  private final AccountNames names;
  private final IncidentNames incidents;
  private final GridOf grids;
  private final Clock clock;

  /** Which grid holds a point. */
  @FunctionalInterface
  interface GridOf {
    boolean holds(String grid, LatticePoint point);
  }

  WhistleHttp(
      WhistleRegister register,
      HandlerNames handlers,
      AccountNames names,
      IncidentNames incidents,
      GridOf grids,
      Clock clock) {
    this.register = register;
    this.handlers = handlers;
    this.names = names;
    this.incidents = incidents;
    this.grids = grids;
    this.clock = clock;
  }

  /** {@code GET /api/whistles?grid&open&incident&own&before&limit}. */
  public void list(Context ctx) {
    WhistleRequests.ListRequest asked = WhistleRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<WhistleRegister.Seen> found =
        asked.own() ? register.calling(caller) : register.list(caller, asked.query());
    WhistleJson json = json(caller, found);
    Map<String, Object> page =
        FeaturePage.of(
            found,
            asked.own() ? found.size() : asked.pageSize(),
            json::feature,
            seen -> Long.toString(seen.whistle().id()),
            clock.instant());
    String incident = asked.query().incidentOrNull();
    if (incident != null) {
      page.put("actions", register.mayBlow(caller, incident) ? List.of("blow") : List.of());
    }
    Json.write(ctx, FeaturePage.TYPE, page);
  }

  /** {@code GET /api/whistles/{id}}. */
  public void get(Context ctx) {
    write(ctx, WhistleRequests.id(ctx));
  }

  /** {@code POST /api/incidents/{id}/whistles} with {@code {reason}}. */
  public void blow(Context ctx) {
    String incident = Parameters.of(ctx).part("id");
    Whistle blown = register.blow(Callers.of(ctx), incident, WhistleRequests.reason(ctx));
    ctx.status(201);
    ctx.header("Location", "/api/whistles/" + blown.id());
    write(ctx, blown.id());
  }

  /** {@code POST /api/whistles/{id}/answer} with {@code {reply, to?}}. */
  public void answer(Context ctx) {
    long id = WhistleRequests.id(ctx);
    WhistleRequests.Answered given = WhistleRequests.answer(ctx);
    var unused = register.answer(Callers.of(ctx), id, given.forWhom(), given.reply());
    write(ctx, id);
  }

  /**
   * {@code POST /api/whistles/{id}/arrival} with {@code {to?, lon?, lat?}}: a place within the grid
   * is a proof, anything else a confirmation.
   */
  public void reach(Context ctx) {
    long id = WhistleRequests.id(ctx);
    WhistleRequests.Reached given = WhistleRequests.reached(ctx);
    Caller caller = Callers.of(ctx);
    WhistleRegister.Seen seen = register.get(caller, id);
    String grid = seen.incident().gridCode().orElse(seen.whistle().place().grid());
    LatticePoint at = given.atOrNull();
    Responder.Proof proof =
        at != null && grids.holds(grid, at)
            ? Responder.Proof.POSITION
            : Responder.Proof.CONFIRMATION;
    var unused = register.reach(caller, id, given.forWhom(), proof);
    write(ctx, id);
  }

  /** {@code POST /api/whistles/{id}/raise} with {@code If-Match}. */
  public void raise(Context ctx) {
    long id = WhistleRequests.id(ctx);
    var unused = register.raise(Callers.of(ctx), id, ETags.getIfMatch(ctx));
    write(ctx, id);
  }

  /** {@code POST /api/whistles/{id}/end} with {@code {outcome}} and {@code If-Match}. */
  public void end(Context ctx) {
    long id = WhistleRequests.id(ctx);
    int version = ETags.getIfMatch(ctx);
    var unused = register.end(Callers.of(ctx), id, version, WhistleRequests.outcome(ctx));
    write(ctx, id);
  }

  private void write(Context ctx, long id) {
    Caller caller = Callers.of(ctx);
    WhistleRegister.Seen seen = register.get(caller, id);
    ETags.set(ctx, seen.whistle().version());
    Json.write(ctx, FeaturePage.TYPE, json(caller, List.of(seen)).feature(seen));
  }

  private WhistleJson json(Caller caller, List<WhistleRegister.Seen> all) {
    List<Handler> called =
        all.stream()
            .flatMap(seen -> seen.whistle().responders().stream())
            .map(Responder::handler)
            .distinct()
            .toList();
    List<String> accounts =
        all.stream()
            .map(WhistleRegister.Seen::whistle)
            .flatMap(
                one ->
                    Stream.concat(
                        Stream.of(one.blown().account()),
                        one.calls().stream().map(WhistleCall::account)))
            .distinct()
            .toList();
    return new WhistleJson(
        handlers.of(caller, called), names.namesOf(caller, accounts), incidents.now(caller));
  }
}
