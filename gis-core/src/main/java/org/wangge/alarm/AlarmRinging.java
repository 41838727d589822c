package org.wangge.alarm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;

/**
 * Lets alarms ring for what has happened, and ends them when their matter is over. Whoever follows
 * the log calls it, one at a time. Thread-safe.
 */
public final class AlarmRinging {
  private final AlarmStore store;
  private final AlarmRuleStore rules;
  private final UrgentCategories categories;
  private final AlarmDiscipline discipline;

  /** Which categories are urgent. */
  @FunctionalInterface
  public interface UrgentCategories {
    /** Of the code of a category, as it is in a transaction. */
    Predicate<String> in(Tx tx);
  }

  public AlarmRinging(
      AlarmStore store,
      AlarmRuleStore rules,
      UrgentCategories categories,
      AlarmDiscipline discipline) {
    this.store = store;
    this.rules = rules;
    this.categories = categories;
    this.discipline = discipline;
  }

  /** Types of the events that it wants to hear of. */
  public static Set<String> types() {
    Set<String> types = new HashSet<>(AlarmCause.TYPES);
    types.addAll(AlarmOver.TYPES);
    return Set.copyOf(types);
  }

  /** Hears of some, in their order, in the transaction that notes that they were heard. */
  public void heard(Tx tx, Caller caller, List<NumberedEvent> events) {
    new Hearing(tx, caller).all(events);
  }

  /** One transaction's. */
  private final class Hearing {
    private final Tx tx;
    private final Caller caller;
    private final AlarmFlow flow;
    private final Map<AlarmKind, AlarmPriority> priorities;
    private final List<Shelf> shelves;
    private final Predicate<String> urgent;
    private final List<Alarm> rung = new ArrayList<>();

    Hearing(Tx tx, Caller caller) {
      this.tx = tx;
      this.caller = caller;
      flow =
          new AlarmFlow(
              discipline,
              new AlarmFlow.Past(
                  store.pushed(tx, caller, tx.now().minus(discipline.window())),
                  store.latest(tx, caller, discipline.floodAbove() + 1),
                  store.rows(tx, caller),
                  store.flood(tx, caller).filter(one -> one.endedOrNull() == null).orElse(null)),
              source ->
                  store.ofSource(
                      tx,
                      caller,
                      source,
                      tx.now().minus(discipline.chatterWindow()),
                      discipline.chatter() - 1));
      priorities =
          rules.list(tx, caller).stream()
              .collect(Collectors.toMap(AlarmRule::kind, one -> one.wanted().priority()));
      shelves = store.shelves(tx, caller, tx.now());
      urgent = categories.in(tx);
    }

    void all(List<NumberedEvent> events) {
      for (NumberedEvent event : events) {
        AlarmCause.of(event, urgent).ifPresent(this::ring);
        AlarmOver.of(event).ifPresent(matter -> over(event, matter));
      }
      keep();
      for (Flood flood : flow.floods()) {
        store.keepFlood(tx, caller, flood);
        if (flood.endedOrNull() == null) {
          tx.record(new AlarmEvent.FloodBegan(flood));
        }
      }
    }

    private void ring(AlarmCause cause) {
      AlarmPriority priority = priorities.getOrDefault(cause.kind(), AlarmPriority.HIGH);
      boolean shelved = shelves.stream().anyMatch(one -> one.holds(cause, priority));
      AlarmFlow.Decision decision = flow.ring(cause, priority, shelved, tx.now());
      rung.add(Alarm.rung(cause, priority, tx.now(), decision));
    }

    /** Before their matter can be over, alarms have to be there. */
    private void keep() {
      if (!rung.isEmpty()) {
        store.add(tx, caller, rung).stream()
            .filter(Alarm::pushed)
            .forEach(one -> tx.record(new AlarmEvent.RowPushed(one)));
        rung.clear();
      }
    }

    private void over(NumberedEvent event, AlarmOver.Matter matter) {
      keep();
      List<Long> ended =
          store.openOf(tx, caller, matter).stream()
              .filter(alarm -> AlarmOver.ends(event, alarm))
              .map(Alarm::id)
              .toList();
      if (!ended.isEmpty()) {
        store.clear(tx, caller, ended, tx.now());
      }
    }
  }
}
