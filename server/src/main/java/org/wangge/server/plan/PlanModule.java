package org.wangge.server.plan;

import java.time.Clock;
import java.util.List;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.balance.PlanBalance;
import org.wangge.plan.life.PlanFollower;
import org.wangge.server.grid.GridModule;
import org.wangge.server.storage.Database;

/** Puts the feature of plans together. */
public final class PlanModule implements AutoCloseable {
  private final PlanRegister register;
  private final PlanHttp http;
  private final PlanLifeHttp life;
  private final PlanBalanceHttp balance;
  private final PlanRebaseHttp rebase;
  private final PlanTogetherHttp together;
  private final PlanSwitch scheduled;

  /**
   * Puts it together.
   *
   * @param followers what is brought to the new areas when a plan comes into force
   */
  public PlanModule(
      Database database,
      GridModule grids,
      PlanBalance.Ground ground,
      List<PlanFollower> followers,
      Clock clock) {
    register =
        new PlanRegister(
            database,
            new JdbcPlanStore(),
            new JdbcTogetherStore(),
            grids.store(),
            ground.buildings(),
            ground.streets(),
            followers);
    PlanBalance balances = new PlanBalance(database, register, ground, grids.atlas()::sizeRules);
    PlanJson json = new PlanJson(grids.atlas());
    PlanAnswerHttp answer = new PlanAnswerHttp(json, register.lifecycle());
    balance = new PlanBalanceHttp(balances);
    http = new PlanHttp(register, balances, json, answer, clock);
    life = new PlanLifeHttp(register.lifecycle(), answer);
    rebase = new PlanRebaseHttp(register, json, answer);
    together = new PlanTogetherHttp(register, answer);
    scheduled = new PlanSwitch(register.scheduled(), clock);
    database.afterCommit(scheduled::committed);
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

  public PlanRebaseHttp rebase() {
    return rebase;
  }

  public PlanTogetherHttp together() {
    return together;
  }

  /** Puts into force what has come due meanwhile, and waits for what is to come. */
  public void start() {
    scheduled.start();
  }

  @Override
  public void close() {
    scheduled.close();
  }
}
