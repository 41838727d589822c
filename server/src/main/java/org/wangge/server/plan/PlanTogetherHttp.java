package org.wangge.server.plan;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.together.PlanComments;
import org.wangge.plan.together.Snapshot;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** What people who plan together tell each other of a plan, over HTTP. */
public final class PlanTogetherHttp {
  private static final String JSON = "application/json";

  private final PlanRegister register;
  private final PlanAnswerHttp answer;

  PlanTogetherHttp(PlanRegister register, PlanAnswerHttp answer) {
    this.register = register;
    this.answer = answer;
  }

  /** {@code GET /api/plans/{id}/snapshots}. */
  public void snapshots(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    Json.write(
        ctx,
        JSON,
        Map.of(
            "snapshots",
            register.snapshots().list(Callers.of(ctx), id).stream()
                .map(PlanTogetherJson::snapshot)
                .toList()));
  }

  /** {@code POST /api/plans/{id}/snapshots}. */
  public void keep(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    Snapshot kept = register.snapshots().keep(Callers.of(ctx), id, PlanTogetherRequests.name(ctx));
    ctx.status(201);
    Json.write(ctx, JSON, PlanTogetherJson.snapshot(kept));
  }

  /** {@code POST /api/plans/{id}/snapshots/{snapshot}/restore}. */
  public void restore(Context ctx) {
    Parameters parameters = Parameters.of(ctx);
    long id = PlanRequests.id(parameters);
    long snapshot = PlanTogetherRequests.part(parameters, "snapshot", "snapshot");
    answer.write(
        ctx, register.snapshots().restore(Callers.of(ctx), id, snapshot, ETags.getIfMatch(ctx)));
  }

  /** {@code GET /api/plans/{id}/comments}. */
  public void comments(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    Json.write(
        ctx,
        JSON,
        Map.of(
            "comments",
            register.comments().list(Callers.of(ctx), id).stream()
                .map(PlanTogetherJson::comment)
                .toList()));
  }

  /** {@code POST /api/plans/{id}/comments}. */
  public void say(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    PlanComments.Shown said =
        register.comments().add(Callers.of(ctx), id, PlanTogetherRequests.comment(ctx));
    ctx.status(201);
    Json.write(ctx, JSON, PlanTogetherJson.comment(said));
  }

  /** {@code POST /api/plans/{id}/comments/{comment}/resolve}. */
  public void resolve(Context ctx) {
    settle(ctx, register.comments()::resolve);
  }

  /** {@code POST /api/plans/{id}/comments/{comment}/reopen}. */
  public void reopen(Context ctx) {
    settle(ctx, register.comments()::reopen);
  }

  /** What is done to one comment. */
  @FunctionalInterface
  private interface Settling {
    PlanComments.Shown settle(Caller caller, long planId, long id);
  }

  private static void settle(Context ctx, Settling settling) {
    Parameters parameters = Parameters.of(ctx);
    long id = PlanRequests.id(parameters);
    long comment = PlanTogetherRequests.part(parameters, "comment", "comment");
    Json.write(ctx, JSON, PlanTogetherJson.comment(settling.settle(Callers.of(ctx), id, comment)));
  }

  /** {@code GET /api/plans/{id}/locks}. */
  public void locks(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    Caller caller = Callers.of(ctx);
    Json.write(ctx, JSON, PlanTogetherJson.locks(register.locks().list(caller, id), caller));
  }

  /** {@code POST /api/plans/{id}/locks}. */
  public void lock(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    Caller caller = Callers.of(ctx);
    PlanTogetherRequests.Lock lock = PlanTogetherRequests.lock(ctx);
    ctx.status(201);
    Json.write(
        ctx,
        JSON,
        PlanTogetherJson.locks(
            register.locks().lock(caller, id, lock.face(), lock.reason()), caller));
  }

  /** {@code DELETE /api/plans/{id}/locks/{face}}. */
  public void unlock(Context ctx) {
    Parameters parameters = Parameters.of(ctx);
    long id = PlanRequests.id(parameters);
    register.locks().lift(Callers.of(ctx), id, parameters.part("face"));
    ctx.status(204);
  }
}
