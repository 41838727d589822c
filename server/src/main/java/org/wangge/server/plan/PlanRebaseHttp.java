package org.wangge.server.plan;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.life.Misfit;
import org.wangge.plan.life.Rebased;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Language;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Parameters;

/** Plans brought onto the areas as they are now, and old outlines brought back, over HTTP. */
public final class PlanRebaseHttp {
  private final PlanRegister register;
  private final PlanJson json;
  private final PlanAnswerHttp answer;
  private final Messages messages = new Messages();

  PlanRebaseHttp(PlanRegister register, PlanJson json, PlanAnswerHttp answer) {
    this.register = register;
    this.json = json;
    this.answer = answer;
  }

  /** {@code POST /api/plans/{id}/rebase}; with {@code preview=true} nothing is kept. */
  public void rebase(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "preview");
    long id = PlanRequests.id(parameters);
    Caller caller = Callers.of(ctx);
    if (PlanRequests.isPreview(parameters)) {
      Rebased rebased = register.rebase().preview(caller, id);
      Map<String, Object> shown = new LinkedHashMap<>(report(ctx, rebased));
      shown.put("plan", json.plan(rebased.plan()));
      Json.write(ctx, "application/json", shown);
      return;
    }
    int version = ETags.getIfMatch(ctx);
    Rebased rebased = register.rebase().rebase(caller, id, version, PlanLifeRequests.drop(ctx));
    answer.write(ctx, rebased.plan(), report(ctx, rebased));
  }

  /** {@code POST /api/plans/{id}/rollback}: begins another plan. */
  public void rollback(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    PlanLifeRequests.Rollback request = PlanLifeRequests.rollback(ctx);
    DrawnPlan begun =
        register.rollback().begin(Callers.of(ctx), id, request.at().orElse(null), request.name());
    ctx.status(201);
    ctx.header("Location", "/api/plans/" + begun.plan().id());
    answer.write(ctx, begun);
  }

  private Map<String, Object> report(Context ctx, Rebased rebased) {
    List<Map<String, Object>> misfits = new ArrayList<>();
    rebased.misfits().forEach(misfit -> misfits.add(misfit(Language.of(ctx), misfit)));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("misfits", misfits);
    report.put("sameGround", rebased.sameGround());
    return report;
  }

  /** An edit that does not apply, in the words of its refusal. */
  private Map<String, Object> misfit(Language language, Misfit misfit) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("seq", misfit.edit().seq());
    told.put("kind", misfit.edit().operation().kind());
    told.put("faces", misfit.edit().operation().faces());
    told.put("account", misfit.edit().account());
    told.put("at", misfit.edit().at().toString());
    told.put("code", misfit.code());
    for (String part : List.of("title", "detail")) {
      messages
          .find(language, misfit.code(), part, misfit.details())
          .ifPresent(text -> told.put(part, text));
    }
    misfit
        .place()
        .ifPresent(
            place -> {
              told.put("lon", place.lonDegrees());
              told.put("lat", place.latDegrees());
            });
    return told;
  }
}
