package org.wangge.server.plan;

import java.time.Clock;
import org.wangge.event.Transactions;
import org.wangge.plan.BuildingsIn;
import org.wangge.plan.PlanRegister;
import org.wangge.server.grid.GridModule;

/** Puts the feature of plans together. */
public final class PlanModule {
  private final PlanHttp http;
  private final PlanLifeHttp life;

  public PlanModule(
      Transactions transactions, GridModule grids, BuildingsIn buildings, Clock clock) {
    PlanRegister register =
        new PlanRegister(transactions, new JdbcPlanStore(), grids.store(), buildings);
    PlanJson json = new PlanJson(grids.atlas());
    PlanAnswer answer = new PlanAnswer(json, register.lifecycle());
    http = new PlanHttp(register, json, answer, clock);
    life = new PlanLifeHttp(register.lifecycle(), answer);
  }

  public PlanHttp http() {
    return http;
  }

  public PlanLifeHttp life() {
    return life;
  }
}
