package org.wangge.server.plan;

import io.javalin.http.Context;
import org.wangge.plan.balance.Balance;
import org.wangge.plan.balance.PlanBalance;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** The figures of a plan's grids over HTTP. */
public final class PlanBalanceHttp {
  private final PlanBalance balance;

  PlanBalanceHttp(PlanBalance balance) {
    this.balance = balance;
  }

  /** {@code GET /api/plans/{id}/balance}. */
  public void get(Context ctx) {
    Balance found = balance.get(Callers.of(ctx), PlanRequests.id(Parameters.of(ctx)));
    ETags.set(ctx, found.version());
    Json.write(ctx, "application/json", PlanBalanceJson.balance(found));
  }

  /** {@code GET /api/plans/{id}/proposals?face=}. */
  public void proposals(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "face");
    long id = PlanRequests.id(parameters);
    String face = parameters.getText("face");
    Json.write(
        ctx,
        FeaturePage.TYPE,
        PlanBalanceJson.proposals(face, balance.proposals(Callers.of(ctx), id, face)));
  }
}
