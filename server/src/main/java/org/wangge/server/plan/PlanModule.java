package org.wangge.server.plan;

import java.time.Clock;
import org.wangge.event.Transactions;
import org.wangge.plan.BuildingsIn;
import org.wangge.plan.PlanRegister;
import org.wangge.server.grid.GridModule;

/** Puts the feature of plans together. */
public final class PlanModule {
  private final PlanHttp http;

  public PlanModule(
      Transactions transactions, GridModule grids, BuildingsIn buildings, Clock clock) {
    PlanRegister register =
        new PlanRegister(transactions, new JdbcPlanStore(), grids.store(), buildings);
    http = new PlanHttp(register, grids.atlas(), clock);
  }

  public PlanHttp http() {
    return http;
  }
}
