package org.wangge.server.plan;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.PlanChange;
import org.wangge.plan.life.PlanLifecycle;
import org.wangge.plan.record.DroppedEdit;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanLife;
import org.wangge.plan.record.PlanStep;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;

/** A plan as every route that reads or changes one answers it: what is drawn, and its life. */
final class PlanAnswerHttp {
  private final PlanJson json;
  private final PlanLifecycle lifecycle;

  PlanAnswerHttp(PlanJson json, PlanLifecycle lifecycle) {
    this.json = json;
    this.lifecycle = lifecycle;
  }

  /** Writes it, with the plan's version as the ETag. */
  void write(Context ctx, DrawnPlan drawn) {
    write(ctx, drawn.plan(), json.plan(drawn));
  }

  /** The same with some members more. */
  void write(Context ctx, DrawnPlan drawn, Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> answer = json.plan(drawn);
    answer.putAll(more);
    write(ctx, drawn.plan(), answer);
  }

  /** Writes what is other in it than its planner saw it, with some members more. */
  void write(Context ctx, PlanChange change, Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> answer = json.change(change);
    answer.putAll(more);
    write(ctx, change.plan().plan(), answer);
  }

  private void write(Context ctx, Plan plan, Map<String, @Nullable Object> answer) {
    answer.putAll(life(lifecycle.life(Callers.of(ctx), plan.id())));
    ETags.set(ctx, plan.version());
    Json.write(ctx, "application/json", answer);
  }

  private static Map<String, Object> life(PlanLife life) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("steps", life.steps().stream().map(PlanAnswerHttp::step).toList());
    members.put("dropped", life.dropped().stream().map(PlanAnswerHttp::dropped).toList());
    members.put("actions", life.may().stream().map(PlanAction::word).toList());
    members.put("ownHand", life.fourEyes());
    return members;
  }

  private static Map<String, Object> dropped(DroppedEdit edit) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("seq", edit.seq());
    members.put("version", edit.version());
    members.put("code", edit.code());
    edit.place()
        .ifPresent(
            place -> {
              members.put("lon", place.lonDegrees());
              members.put("lat", place.latDegrees());
            });
    return members;
  }

  private static Map<String, @Nullable Object> step(PlanStep step) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("version", step.version());
    members.put("action", step.action().word());
    members.put("state", step.state().word());
    members.put("at", step.at().toString());
    members.put("account", step.account());
    members.put("reason", step.reason());
    members.put("effectiveFrom", step.effective().map(Instant::toString).orElse(null));
    return members;
  }
}
