package org.wangge.server.plan;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.grid.AreaKey;
import org.wangge.plan.Edited;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.balance.PlanBalance;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.PlanChange;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.record.Plan;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Plans over HTTP. */
public final class PlanHttp {
  private static final String JSON = "application/json";

  private final PlanRegister register;
  private final PlanBalance balance;
  private final Clock clock;
  private final PlanJson json;
  private final PlanAnswerHttp answer;

  PlanHttp(
      PlanRegister register,
      PlanBalance balance,
      PlanJson json,
      PlanAnswerHttp answer,
      Clock clock) {
    this.register = register;
    this.balance = balance;
    this.clock = clock;
    this.json = json;
    this.answer = answer;
  }

  /** {@code GET /api/plans}. */
  public void list(Context ctx) {
    PlanRequests.ListRequest request = PlanRequests.list(ctx);
    List<Plan> found = register.list(Callers.of(ctx), request.query());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            request.pageSize(),
            json::feature,
            plan -> Long.toString(plan.id()),
            clock.instant()));
  }

  /** {@code POST /api/plans}. */
  public void begin(Context ctx) {
    Parameters.of(ctx);
    PlanRequests.Begin request = PlanRequests.begin(ctx);
    DrawnPlan begun = register.begin(Callers.of(ctx), request.name(), request.area());
    ctx.status(201);
    ctx.header("Location", "/api/plans/" + begun.plan().id());
    answer.write(ctx, begun);
  }

  /** {@code GET /api/plans/{id}}. */
  public void get(Context ctx) {
    answer.write(ctx, register.get(Callers.of(ctx), PlanRequests.id(Parameters.of(ctx))));
  }

  /** {@code POST /api/plans/{id}/edits}; with {@code preview=true} nothing is kept. */
  public void edit(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "preview");
    long id = PlanRequests.id(parameters);
    boolean preview = PlanRequests.isPreview(parameters);
    Caller caller = Callers.of(ctx);
    if (preview) {
      PlanWish wish = PlanRequests.edit(ctx).wish();
      Json.write(ctx, JSON, json.preview(register.preview(caller, id, wish)));
      return;
    }
    int version = ETags.getIfMatch(ctx);
    PlanRequests.Edit edit = PlanRequests.edit(ctx);
    Edited edited =
        register.edit(caller, id, new PlanRegister.Seen(version, edit.after()), edit.wish());
    write(ctx, edited.change(), json.made(edited.drawn(), edited.plan().redraw()));
  }

  /** {@code POST /api/plans/{id}/copy}: begins another plan with the edits before one. */
  public void copy(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    PlanRequests.Copy request = PlanRequests.copy(ctx);
    DrawnPlan begun =
        register.copies().begin(Callers.of(ctx), id, request.name(), request.before());
    ctx.status(201);
    ctx.header("Location", "/api/plans/" + begun.plan().id());
    answer.write(ctx, begun);
  }

  /** {@code POST /api/plans/{id}/undo}. */
  public void undo(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    write(ctx, register.undo(Callers.of(ctx), id, ETags.getIfMatch(ctx)), new LinkedHashMap<>());
  }

  /** {@code POST /api/plans/{id}/redo}. */
  public void redo(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    write(ctx, register.redo(Callers.of(ctx), id, ETags.getIfMatch(ctx)), new LinkedHashMap<>());
  }

  /** A change as its difference, with the figures of what is other. */
  private void write(Context ctx, PlanChange change, Map<String, @Nullable Object> more) {
    more.put(
        "balance", PlanBalanceJson.changed(balance.after(change), change.difference().changed()));
    answer.write(ctx, change, more);
  }

  /** {@code GET /api/plans/{id}/validation}. */
  public void validation(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    DrawnPlan drawn = register.get(Callers.of(ctx), id);
    ETags.set(ctx, drawn.plan().version());
    Json.write(ctx, JSON, json.validation(drawn));
  }

  /** {@code GET /api/grids/{code}/lineage}. */
  public void lineage(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    Json.write(
        ctx,
        JSON,
        Map.of(
            "lineage",
            register.lineageOf(Callers.of(ctx), AreaKey.tree(code)).stream()
                .map(PlanJson::line)
                .toList()));
  }
}
