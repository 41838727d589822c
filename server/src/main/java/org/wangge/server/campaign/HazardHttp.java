package org.wangge.server.campaign;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.campaign.CampaignRegister;
import org.wangge.campaign.HazardQuery;
import org.wangge.campaign.HazardRegister;
import org.wangge.campaign.UnitQuery;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.WebServer;
import org.wangge.server.people.AccountNames;
import org.wangge.server.plan.impact.SheetFiles;
import org.wangge.server.plan.paper.Sheet;

/** Hazards over HTTP: lists, notices on paper, looks with a photo; and the sheet of a campaign. */
public final class HazardHttp {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final CampaignRegister campaigns;
  private final HazardRegister register;
  private final AccountNames names;
  private final Supplier<AreaAtlas> atlas;
  private final ZoneId zone;
  private final Clock clock;

  HazardHttp(
      CampaignRegister campaigns,
      HazardRegister register,
      AccountNames names,
      Supplier<AreaAtlas> atlas,
      ZoneId zone,
      Clock clock) {
    this.campaigns = campaigns;
    this.register = register;
    this.names = names;
    this.atlas = atlas;
    this.zone = zone;
    this.clock = clock;
  }

  /** {@code GET /api/campaigns/{id}/hazards?grid&state=open|overdue|all&after&limit}. */
  public void list(Context ctx) {
    long id = CampaignRequests.id(ctx);
    Instant now = clock.instant();
    HazardRequests.ListRequest asked = HazardRequests.list(ctx, now);
    Caller caller = Callers.of(ctx);
    List<HazardRegister.Seen> found = register.list(caller, id, asked.query());
    HazardJson json = json(caller, found, now);
    Map<String, Object> page =
        FeaturePage.of(
            found, asked.pageSize(), json::feature, one -> Long.toString(one.hazard().id()), now);
    Json.write(ctx, FeaturePage.TYPE, page);
  }

  /** {@code GET /api/campaigns/{id}/hazards/{hazard}}. */
  public void get(Context ctx) {
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.get(caller, CampaignRequests.id(ctx), HazardRequests.id(ctx)));
  }

  /** {@code POST /api/campaigns/{id}/hazards/{hazard}/notified} with {@code {version}}. */
  public void notified(Context ctx) {
    long campaign = CampaignRequests.id(ctx);
    long id = HazardRequests.id(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.notified(caller, campaign, id, HazardRequests.version(ctx)));
  }

  /**
   * {@code POST /api/campaigns/{id}/hazards/{hazard}/recheck} with {@code {key, version, rectified,
   * photo}}.
   */
  public void recheck(Context ctx) {
    long campaign = CampaignRequests.id(ctx);
    long id = HazardRequests.id(ctx);
    HazardRequests.Looked given = HazardRequests.looked(ctx);
    Caller caller = Callers.of(ctx);
    write(
        ctx,
        caller,
        register.recheck(
            caller, campaign, id, given.key(), given.version(), given.rectified(), given.photo()));
  }

  private void write(Context ctx, Caller caller, HazardRegister.Seen seen) {
    ETags.set(ctx, seen.hazard().version());
    Json.write(ctx, FeaturePage.TYPE, json(caller, List.of(seen), clock.instant()).feature(seen));
  }

  private HazardJson json(Caller caller, List<HazardRegister.Seen> all, Instant now) {
    List<String> accounts =
        all.stream()
            .map(HazardRegister.Seen::hazard)
            .flatMap(
                one ->
                    Stream.concat(
                        Stream.of(one.found().account()),
                        one.rechecks().stream().map(look -> look.account())))
            .distinct()
            .toList();
    return new HazardJson(names.namesOf(caller, accounts), atlas.get(), now);
  }

  /** {@code GET /api/campaigns/{id}/hazards/{hazard}/photos/{photo}?size=}. */
  public void picture(Context ctx) {
    byte[] picture =
        register.picture(
            Callers.of(ctx),
            CampaignRequests.id(ctx),
            HazardRequests.id(ctx),
            ctx.pathParam("photo"),
            HazardRequests.isSmall(ctx));
    ctx.contentType("image/jpeg");
    ctx.header("Content-Disposition", "inline; filename=\"photo.jpg\"");
    ctx.result(picture);
  }

  /** {@code GET /api/campaigns/{id}/hazards/{hazard}/notice.pdf?lang=}: 整改通知书. */
  public void notice(Context ctx) {
    CampaignWords words = new CampaignWords(HazardRequests.language(ctx), zone);
    Caller caller = Callers.of(ctx);
    HazardRegister.Seen seen =
        register.get(caller, CampaignRequests.id(ctx), HazardRequests.id(ctx));
    Arrival arrival = Arrival.of(ctx);
    String address =
        (arrival.isSecure() ? "https://" : "http://")
            + arrival.host()
            + "/campaigns/?campaign="
            + seen.campaign().id()
            + "&part=hazards&hazard="
            + seen.hazard().id();
    String grid = CampaignJson.nameOf(seen.hazard().spot().grid(), atlas.get());
    try (Sheet sheet =
        RectificationNotice.draw(
            new RectificationNotice.Printed(words, seen, grid, address, clock.instant()))) {
      send(
          ctx,
          "application/pdf",
          "inline; filename=\"wangge-hazard-" + seen.hazard().id() + ".pdf\"",
          sheet::write);
    }
  }

  /** {@code GET /api/campaigns/{id}/sheet.xlsx?lang=}: a row for each door. */
  public void sheet(Context ctx) {
    long id = CampaignRequests.id(ctx);
    CampaignWords words = new CampaignWords(HazardRequests.language(ctx), zone);
    Caller caller = Callers.of(ctx);
    CampaignSheet sheet =
        new CampaignSheet(
            words,
            campaigns.get(caller, id).campaign(),
            campaigns.units(caller, id, UnitQuery.all()),
            register.list(caller, id, HazardQuery.all()),
            atlas.get(),
            clock.instant());
    send(
        ctx,
        XLSX,
        "attachment; filename=\"wangge-campaign-" + id + ".xlsx\"",
        out -> SheetFiles.writeXlsx(out, sheet.tables()));
  }

  /** What writes a body. */
  @FunctionalInterface
  private interface Body {
    void write(OutputStream out) throws IOException;
  }

  private static void send(Context ctx, String type, String disposition, Body body) {
    ctx.contentType(type);
    ctx.header("Content-Disposition", disposition);
    WebServer.secure(ctx);
    try (BufferedOutputStream out = new BufferedOutputStream(ctx.outputStream())) {
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
