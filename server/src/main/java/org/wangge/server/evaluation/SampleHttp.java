package org.wangge.server.evaluation;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.evaluation.SampleCount;
import org.wangge.evaluation.SampleFrame;
import org.wangge.evaluation.SampleRegister;
import org.wangge.evaluation.SampleStore;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Language;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.WebServer;
import org.wangge.server.incident.IncidentNames;
import org.wangge.server.plan.impact.SheetFiles;

/** What supervisors draw by lot, and what they find, over HTTP. */
public final class SampleHttp {
  private static final String JSON = "application/json";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int CREATED = 201;

  private final SampleRegister register;
  private final IncidentNames names;
  private final ZoneId zone;
  private final SampleRequests requests;
  private final SampleJson json;

  SampleHttp(SampleRegister register, IncidentNames names, ZoneId zone) {
    this.register = register;
    this.names = names;
    this.zone = zone;
    this.requests = new SampleRequests(zone);
    this.json = new SampleJson(zone);
  }

  /**
   * {@code GET /api/evaluations/population?from&to&area&category&channel&department}: how many
   * incidents there are to draw from, never which.
   */
  public void population(Context ctx) {
    SampleFrame frame = requests.frame(ctx);
    Json.write(ctx, JSON, Map.of("population", register.population(Callers.of(ctx), frame)));
  }

  /** {@code GET /api/evaluations/samples?before&limit}: the newest first. */
  public void list(Context ctx) {
    SampleRequests.ListRequest asked = SampleRequests.list(ctx);
    List<SampleStore.Progress> found =
        register.list(Callers.of(ctx), asked.before(), asked.limit() + 1);
    List<SampleStore.Progress> page = found.stream().limit(asked.limit()).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("samples", page.stream().map(json::progress).toList());
    if (found.size() > page.size()) {
      answer.put("next", Long.toString(page.get(page.size() - 1).sample().id()));
    }
    Json.write(ctx, JSON, answer);
  }

  /**
   * {@code POST /api/evaluations/samples} with {@code {from, to, size, area?, category?, channel?,
   * department?, seed?}}: days, the last one with it.
   */
  public void draw(Context ctx) {
    SampleRequests.DrawRequest asked = requests.draw(ctx);
    SampleRegister.Drawn drawn =
        register.draw(Callers.of(ctx), asked.frame(), asked.size(), asked.seed());
    ctx.status(CREATED);
    ctx.header("Location", "/api/evaluations/samples/" + drawn.sample().id());
    Json.write(ctx, JSON, json.drawn(drawn));
  }

  /** {@code GET /api/evaluations/samples/{id}}. */
  public void get(Context ctx) {
    Parameters.of(ctx);
    Json.write(ctx, JSON, json.drawn(register.get(Callers.of(ctx), SampleRequests.id(ctx))));
  }

  /** {@code GET /api/evaluations/samples/{id}/members?count}: what is behind a number. */
  public void members(Context ctx) {
    SampleCount count = SampleRequests.count(ctx);
    Caller caller = Callers.of(ctx);
    List<SampleRegister.Seen> all = register.members(caller, SampleRequests.id(ctx), count);
    Json.write(
        ctx,
        JSON,
        Map.of("total", all.size(), "members", SampleJson.members(all, names.now(caller))));
  }

  /**
   * {@code PUT /api/evaluations/samples/{id}/members/{incident}/assessment} with {@code {real,
   * solved, inTime, callback, remark?}} and {@code If-Match}: {@code 0} for the first time.
   */
  public void assess(Context ctx) {
    String incident = Parameters.of(ctx).part("incident");
    long id = SampleRequests.id(ctx);
    int version = ETags.getIfMatch(ctx);
    SampleRequests.Finding found = SampleRequests.finding(ctx);
    Caller caller = Callers.of(ctx);
    SampleRegister.Seen seen =
        register.assess(caller, id, incident, version, found.verdict(), found.remark());
    ETags.set(ctx, seen.member().version());
    Json.write(ctx, JSON, SampleJson.member(seen, names.now(caller)));
  }

  /** {@code GET /api/evaluations/samples/{id}/sheet.xlsx?lang=}. */
  public void sheet(Context ctx) {
    Language language = SampleRequests.language(ctx);
    long id = SampleRequests.id(ctx);
    Caller caller = Callers.of(ctx);
    SampleSheet sheet =
        new SampleSheet(
            language,
            new Catalog(language, "evaluation"),
            zone,
            register.get(caller, id),
            register.members(caller, id, SampleCount.DRAWN),
            register.assessments(caller, id),
            names.now(caller));
    ctx.contentType(XLSX);
    ctx.header("Content-Disposition", "attachment; filename=\"wangge-sample-" + id + ".xlsx\"");
    WebServer.secure(ctx);
    try (BufferedOutputStream out = new BufferedOutputStream(ctx.outputStream())) {
      SheetFiles.writeXlsx(out, sheet.tables());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
