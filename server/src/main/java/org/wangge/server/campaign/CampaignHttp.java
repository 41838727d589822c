package org.wangge.server.campaign;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignRegister;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Tally;
import org.wangge.campaign.UnitAnswer;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.people.AccountNames;

/** Campaigns over HTTP. An answer needs no header: its sender's key and version stand in it. */
public final class CampaignHttp {
  private static final String JSON = "application/json";

  private final CampaignRegister register;
  private final HazardHttp hazards;
  private final AccountNames names;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;

  CampaignHttp(
      CampaignRegister register,
      HazardHttp hazards,
      AccountNames names,
      Supplier<AreaAtlas> atlas,
      Clock clock) {
    this.register = register;
    this.hazards = hazards;
    this.names = names;
    this.atlas = atlas;
    this.clock = clock;
  }

  /** What was found behind the doors. */
  public HazardHttp hazards() {
    return hazards;
  }

  /** {@code GET /api/campaigns?grid&before&limit}, the newest first. */
  public void list(Context ctx) {
    CampaignRequests.ListRequest asked = CampaignRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<CampaignRegister.Seen> found =
        register.list(caller, asked.areaOrNull(), asked.before(), asked.pageSize() + 1);
    CampaignJson json = ofCampaigns(caller, found.stream().map(CampaignRegister.Seen::campaign));
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            asked.pageSize(),
            json::feature,
            one -> Long.toString(one.campaign().id()),
            clock.instant()));
  }

  /** {@code POST /api/campaigns}. */
  public void open(Context ctx) {
    Caller caller = Callers.of(ctx);
    Campaign opened = register.open(caller, CampaignRequests.plan(ctx, clock.instant()));
    ctx.status(201);
    ctx.header("Location", "/api/campaigns/" + opened.id());
    write(ctx, caller, opened.id());
  }

  /** {@code POST /api/campaigns/declarations}: rows of a form, verified one by one. */
  public void declare(Context ctx) {
    Caller caller = Callers.of(ctx);
    CampaignRequests.Declarations asked = CampaignRequests.declarations(ctx, clock.instant());
    Campaign opened = register.declare(caller, asked.plan(), asked.rows());
    ctx.status(201);
    ctx.header("Location", "/api/campaigns/" + opened.id());
    write(ctx, caller, opened.id());
  }

  /** {@code GET /api/campaigns/{id}}. */
  public void get(Context ctx) {
    write(ctx, Callers.of(ctx), CampaignRequests.id(ctx));
  }

  private void write(Context ctx, Caller caller, long id) {
    CampaignRegister.Seen seen = register.get(caller, id);
    ETags.set(ctx, seen.campaign().version());
    Json.write(
        ctx, FeaturePage.TYPE, ofCampaigns(caller, Stream.of(seen.campaign())).feature(seen));
  }

  /** {@code GET /api/campaigns/{id}/progress?by=grid|unit}: n of N. */
  public void progress(Context ctx) {
    long id = CampaignRequests.id(ctx);
    boolean byUnit = CampaignRequests.isByUnit(ctx);
    List<Tally> units = register.progress(Callers.of(ctx), id);
    List<Tally> told = byUnit ? units : CampaignRegister.byGrid(units);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("campaign", id);
    page.put("asOf", clock.instant().toString());
    page.put("total", CampaignJson.total(units));
    page.put("rows", told.stream().map(one -> CampaignJson.tally(one, atlas.get())).toList());
    Json.write(ctx, JSON, page);
  }

  /** {@code GET /api/campaigns/{id}/units?grid&unit&state&after&limit}. */
  public void units(Context ctx) {
    long id = CampaignRequests.id(ctx);
    CampaignRequests.UnitsRequest asked = CampaignRequests.units(ctx);
    Caller caller = Callers.of(ctx);
    List<CampaignUnit> found = register.units(caller, id, asked.query());
    CampaignJson json = ofUnits(caller, found);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            asked.pageSize(),
            json::unit,
            one -> Integer.toString(one.number()),
            clock.instant()));
  }

  /** {@code POST /api/campaigns/{id}/units/{unit}/answer} with {@code {key, version, answers}}. */
  public void answer(Context ctx) {
    long id = CampaignRequests.id(ctx);
    int number = CampaignRequests.unit(ctx);
    CampaignRequests.Answered given = CampaignRequests.answer(ctx);
    Caller caller = Callers.of(ctx);
    CampaignUnit unit =
        register.answer(caller, id, number, given.key(), given.version(), given.answers());
    ETags.set(ctx, unit.version());
    Json.write(ctx, FeaturePage.TYPE, ofUnits(caller, List.of(unit)).unit(unit));
  }

  /** {@code POST /api/campaigns/{id}/units/{unit}/erase}: what was answered in words. */
  public void erase(Context ctx) {
    long id = CampaignRequests.id(ctx);
    Caller caller = Callers.of(ctx);
    CampaignUnit unit = register.eraseWords(caller, id, CampaignRequests.unit(ctx));
    Json.write(ctx, FeaturePage.TYPE, ofUnits(caller, List.of(unit)).unit(unit));
  }

  /** {@code POST /api/campaigns/{id}/close} with {@code If-Match}. */
  public void close(Context ctx) {
    long id = CampaignRequests.id(ctx);
    Caller caller = Callers.of(ctx);
    var unused = register.close(caller, id, ETags.getIfMatch(ctx));
    write(ctx, caller, id);
  }

  private CampaignJson ofCampaigns(Caller caller, Stream<Campaign> campaigns) {
    return json(
        caller,
        campaigns
            .flatMap(
                one ->
                    Stream.concat(Stream.of(one.opened()), Stream.ofNullable(one.endingOrNull())))
            .map(Campaign.Deed::account));
  }

  private CampaignJson ofUnits(Caller caller, List<CampaignUnit> units) {
    return json(
        caller, units.stream().flatMap(one -> one.answer().stream()).map(UnitAnswer::account));
  }

  private CampaignJson json(Caller caller, Stream<String> accounts) {
    return new CampaignJson(names.namesOf(caller, accounts.distinct().toList()), atlas.get());
  }
}
