package org.wangge.server.plan;

import java.util.List;
import org.wangge.event.Transactions;
import org.wangge.grid.GridStore;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.life.PlanFollower;

/** Registers of plans on ground where nothing is built and no street runs. */
public final class PlanRegisters {
  private PlanRegisters() {}

  public static PlanRegister on(
      Transactions transactions, GridStore grids, PlanFollower... followers) {
    return new PlanRegister(
        transactions,
        new JdbcPlanStore(),
        new JdbcTogetherStore(),
        grids,
        (tx, caller, box, at) -> List.of(),
        (tx, caller, box, at) -> List.of(),
        List.of(followers));
  }
}
