package org.wangge.server.plan.impact;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.people.PersonNames;
import org.wangge.people.PersonNames.OnDuty;
import org.wangge.plan.compare.Side;
import org.wangge.plan.impact.Compared;
import org.wangge.plan.impact.Handed;
import org.wangge.plan.impact.Impact;
import org.wangge.plan.impact.PlanImpact;
import org.wangge.plan.impact.PlanReview;
import org.wangge.server.grid.LiveAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Language;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.WebServer;

/** What plans change, and comparisons, over HTTP. */
public final class ImpactHttp {
  private static final String JSON = "application/json";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PlanReview review;
  private final PersonNames names;
  private final ZoneId zone;
  private final ImpactJson json;

  /**
   * Makes it.
   *
   * @param zone of the place, in which days begin
   */
  public ImpactHttp(PlanReview review, LiveAtlas atlas, PersonNames names, ZoneId zone) {
    this.review = review;
    this.names = names;
    this.zone = zone;
    this.json = new ImpactJson(atlas);
  }

  /** {@code GET /api/impacts}: plans that may concern the caller's grids. */
  public void around(Context ctx) {
    Parameters.of(ctx);
    Json.write(
        ctx,
        JSON,
        Map.of("plans", review.around(Callers.of(ctx)).stream().map(json::plan).toList()));
  }

  /** {@code GET /api/plans/{id}/impact}. */
  public void impact(Context ctx) {
    PlanImpact found = review.impactOf(Callers.of(ctx), ImpactRequests.plan(Parameters.of(ctx)));
    ETags.set(ctx, found.plan().version());
    Json.write(ctx, JSON, json.impact(found, namesIn(Callers.of(ctx), found.impact())));
  }

  /** Names beside staff codes, as the caller may see them. */
  private Map<String, OnDuty> namesIn(Caller caller, Impact impact) {
    List<InCharge> people =
        impact.handed().stream()
            .filter(Handed::isPerson)
            .map(one -> new InCharge(Duty.GRID_HEAD, one.id()))
            .distinct()
            .toList();
    return people.isEmpty() ? Map.of() : names.onDuty(caller, people);
  }

  /** {@code GET /api/plans/{id}/impact.csv?lang=}. */
  public void csv(Context ctx) {
    sheet(ctx, "csv", "text/csv; charset=utf-8", SheetFiles::writeCsv);
  }

  /** {@code GET /api/plans/{id}/impact.xlsx?lang=}. */
  public void xlsx(Context ctx) {
    sheet(ctx, "xlsx", XLSX, SheetFiles::writeXlsx);
  }

  /** Writes tables as a file. */
  @FunctionalInterface
  private interface Writer {
    void write(OutputStream out, Map<String, List<SheetRow>> tables) throws IOException;
  }

  private void sheet(Context ctx, String ending, String type, Writer writer) {
    Parameters parameters = Parameters.of(ctx, "lang");
    Language language = ImpactRequests.language(ctx, parameters);
    long id = ImpactRequests.plan(parameters);
    PlanImpact found = review.impactOf(Callers.of(ctx), id);
    ImpactSheet sheet = new ImpactSheet(language, found, namesIn(Callers.of(ctx), found.impact()));
    ctx.contentType(type);
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"wangge-plan-" + id + "-impact." + ending + "\"");
    WebServer.secure(ctx);
    try {
      writer.write(ctx.outputStream(), sheet.tables());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code GET /api/plans/{a}/compare/{b}?area=}. */
  public void compare(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area");
    Side one = ImpactRequests.side(parameters, "a", zone);
    Side other = ImpactRequests.side(parameters, "b", zone);
    Optional<String> area = parameters.text("area");
    Compared found = review.compare(Callers.of(ctx), one, other, area);
    Json.write(
        ctx, JSON, json.compared(found, one, other, namesIn(Callers.of(ctx), found.impact())));
  }
}
