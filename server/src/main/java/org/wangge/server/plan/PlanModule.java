package org.wangge.server.plan;

import java.time.Clock;
import org.wangge.event.Transactions;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.balance.PlanBalance;
import org.wangge.server.grid.GridModule;

/** Puts the feature of plans together. */
public final class PlanModule {
  private final PlanRegister register;
  private final PlanHttp http;
  private final PlanLifeHttp life;
  private final PlanBalanceHttp balance;

  public PlanModule(
      Transactions transactions, GridModule grids, PlanBalance.Ground ground, Clock clock) {
    register =
        new PlanRegister(
            transactions, new JdbcPlanStore(), grids.store(), ground.buildings(), ground.streets());
    PlanBalance balances =
        new PlanBalance(transactions, register, ground, grids.atlas()::sizeRules);
    PlanJson json = new PlanJson(grids.atlas());
    PlanAnswer answer = new PlanAnswer(json, register.lifecycle());
    balance = new PlanBalanceHttp(balances);
    http = new PlanHttp(register, balances, json, answer, clock);
    life = new PlanLifeHttp(register.lifecycle(), answer);
  }

  public PlanRegister register() {
    return register;
  }

  public PlanHttp http() {
    return http;
  }

  public PlanLifeHttp life() {
    return life;
  }

  public PlanBalanceHttp balance() {
    return balance;
  }
}
