package org.wangge.server.plan;

import io.javalin.http.Context;
import org.wangge.access.Caller;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.life.PlanLifecycle;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Parameters;

/** The steps of a plan's life over HTTP; each wants the version that was seen. */
public final class PlanLifeHttp {
  private final PlanLifecycle lifecycle;
  private final PlanAnswerHttp answer;

  PlanLifeHttp(PlanLifecycle lifecycle, PlanAnswerHttp answer) {
    this.lifecycle = lifecycle;
    this.answer = answer;
  }

  /** {@code POST /api/plans/{id}/submit}. */
  public void submit(Context ctx) {
    step(ctx, lifecycle::submit);
  }

  /** {@code POST /api/plans/{id}/withdraw}. */
  public void withdraw(Context ctx) {
    step(ctx, lifecycle::withdraw);
  }

  /** {@code POST /api/plans/{id}/reopen}. */
  public void reopen(Context ctx) {
    step(ctx, lifecycle::reopen);
  }

  /** {@code POST /api/plans/{id}/approve}. */
  public void approve(Context ctx) {
    step(ctx, lifecycle::approve);
  }

  /** {@code POST /api/plans/{id}/reject}. */
  public void reject(Context ctx) {
    step(ctx, lifecycle::reject);
  }

  /** {@code POST /api/plans/{id}/publish}: now, or from the instant that the body names. */
  public void publish(Context ctx) {
    long id = PlanRequests.id(Parameters.of(ctx));
    int version = ETags.getIfMatch(ctx);
    answer.write(
        ctx,
        lifecycle.publish(
            Callers.of(ctx), id, version, PlanLifeRequests.effectiveFrom(ctx).orElse(null)));
  }

  /** A step that takes nothing but a reason. */
  @FunctionalInterface
  private interface Step {
    DrawnPlan take(Caller caller, long id, int ifVersion, String reason);
  }

  private void step(Context ctx, Step step) {
    long id = PlanRequests.id(Parameters.of(ctx));
    int version = ETags.getIfMatch(ctx);
    answer.write(ctx, step.take(Callers.of(ctx), id, version, PlanLifeRequests.reason(ctx)));
  }
}
