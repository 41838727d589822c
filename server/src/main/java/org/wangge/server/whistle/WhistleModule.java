package org.wangge.server.whistle;

import java.time.Clock;
import java.util.function.Supplier;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.event.Transactions;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.dispatch.DepartmentStore;
import org.wangge.server.incident.HandlerNames;
import org.wangge.server.incident.IncidentNames;
import org.wangge.server.people.AccountNames;
import org.wangge.whistle.ArrivalProof;
import org.wangge.whistle.Escalation;
import org.wangge.whistle.WhistleAlarms;
import org.wangge.whistle.WhistleRegister;
import org.wangge.whistle.WhistleRoll;
import org.wangge.whistle.WhistleRuleRegister;
import org.wangge.whistle.WhistleRuleStore;
import org.wangge.whistle.WhistleStore;

/** Puts whistles together. */
public final class WhistleModule implements AutoCloseable {
  private final WhistleStore store = new JdbcWhistleStore();
  private final WhistleRegister register;
  private final WhistleRuleRegister rules;
  private final WhistleAlarms alarms;
  private final WhistleWatch watch;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;

  /**
   * Puts it together.
   *
   * @param atlas who is in charge of what now
   * @param proof who knows where people are
   */
  public WhistleModule(
      Transactions transactions,
      IncidentStore incidents,
      DepartmentStore departments,
      Supplier<AreaAtlas> atlas,
      Calendars calendars,
      TimerStore timers,
      ArrivalProof proof,
      Clock clock) {
    WhistleRuleStore ruleStore = new JdbcWhistleRuleStore();
    Escalation escalation =
        new Escalation(ruleStore, new WhistleRoll(atlas, departments), calendars, timers);
    alarms = new WhistleAlarms(store, incidents, escalation);
    register = new WhistleRegister(transactions, store, incidents, departments, escalation, alarms);
    rules = new WhistleRuleRegister(transactions, ruleStore);
    watch = new WhistleWatch(register, proof);
    this.atlas = atlas;
    this.clock = clock;
  }

  /** Begins to look who has come. */
  public void start() {
    watch.start();
  }

  public WhistleStore store() {
    return store;
  }

  public WhistleRegister register() {
    return register;
  }

  /** Who is told when the time of a level is over. */
  public WhistleAlarms alarms() {
    return alarms;
  }

  /** Who ends the whistle of an incident that is over, and erases its words with it. */
  public IncidentFollower follower() {
    return alarms;
  }

  /** Whistles over HTTP, with the names of who was called and of who did something. */
  public WhistleHttp http(HandlerNames handlers, AccountNames names, IncidentNames incidents) {
    return new WhistleHttp(
        register,
        handlers,
        names,
        incidents,
        (grid, point) ->
            atlas
                .get()
                .ownerAt(Partition.TREE, Level.GRID, point)
                .filter(area -> area.code().equals(grid))
                .isPresent(),
        clock);
  }

  /** How levels are called, over HTTP. */
  public WhistleRuleHttp rules() {
    return new WhistleRuleHttp(rules);
  }

  @Override
  public void close() {
    watch.close();
  }
}
