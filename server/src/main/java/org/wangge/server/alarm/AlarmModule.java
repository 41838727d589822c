package org.wangge.server.alarm;

import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.alarm.AlarmDiscipline;
import org.wangge.alarm.AlarmRegister;
import org.wangge.alarm.AlarmRinging;
import org.wangge.alarm.AlarmRuleRegister;
import org.wangge.alarm.AlarmStore;
import org.wangge.event.EventLog;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;
import org.wangge.incident.Priority;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryStore;
import org.wangge.server.storage.EventFollower;

/** Alarms put together. */
public final class AlarmModule implements AutoCloseable {
  private final AlarmStore store = new JdbcAlarmStore();
  private final AlarmRegister register;
  private final AlarmRuleRegister rules;
  private final EventFollower follower;
  private final CategoryStore categories;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;

  public AlarmModule(
      Transactions transactions,
      EventLog events,
      CategoryStore categories,
      Supplier<AreaAtlas> atlas,
      Clock clock) {
    this.categories = categories;
    this.atlas = atlas;
    this.clock = clock;
    JdbcAlarmRuleStore ruleStore = new JdbcAlarmRuleStore();
    register = new AlarmRegister(transactions, store, ruleStore, AlarmDiscipline.STANDARD);
    rules = new AlarmRuleRegister(transactions, ruleStore);
    AlarmRinging ringing =
        new AlarmRinging(store, ruleStore, this::urgent, AlarmDiscipline.STANDARD);
    follower = new EventFollower(transactions, events, new AlarmFollower(store, ringing));
  }

  private Predicate<String> urgent(Tx tx) {
    Set<String> urgent =
        categories.list(tx, Caller.upkeep()).stream()
            .filter(one -> one.priority() == Priority.URGENT)
            .map(Category::code)
            .collect(Collectors.toSet());
    return urgent::contains;
  }

  /** Begins to ring. */
  public void start() {
    follower.start();
  }

  public AlarmStore store() {
    return store;
  }

  /** Alarms over HTTP. */
  public AlarmHttp http() {
    return new AlarmHttp(register, rules, atlas, clock);
  }

  @Override
  public void close() {
    follower.close();
  }
}
