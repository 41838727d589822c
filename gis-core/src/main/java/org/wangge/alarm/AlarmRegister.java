package org.wangge.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.word.Word;

/** The board, the log, acknowledgement and shelving. Thread-safe. */
public final class AlarmRegister {
  /** Over how many days the shares of priorities are shown; ISA-18.2 wants thirty at least. */
  public static final int SHARE_DAYS = 30;

  private final Transactions transactions;
  private final AlarmStore store;
  private final AlarmRuleStore rules;
  private final AlarmDiscipline discipline;

  public AlarmRegister(
      Transactions transactions,
      AlarmStore store,
      AlarmRuleStore rules,
      AlarmDiscipline discipline) {
    this.transactions = transactions;
    this.store = store;
    this.rules = rules;
    this.discipline = discipline;
  }

  /** What can be done with alarms. */
  public enum Action implements Word {
    ACKNOWLEDGE,
    SHELVE
  }

  /**
   * The board as somebody sees it.
   *
   * @param board itself
   * @param rang how many rang in the last {@link #SHARE_DAYS} days
   * @param shelves those that last where the caller may see
   * @param actions what the caller may do
   */
  public record Seen(AlarmBoard board, Rang rang, List<Shelf> shelves, Set<Action> actions) {}

  /** What is before the caller now. */
  public Seen board(Caller caller, Instant now) {
    Caller reader = caller.with(Right.READ_ALARMS);
    Instant since = now.minus(Duration.ofDays(SHARE_DAYS));
    return transactions.read(
        tx ->
            new Seen(
                board(tx, reader, now),
                store.rang(tx, reader, since),
                store.shelves(tx, reader, now).stream()
                    .filter(one -> sees(reader, one.area()))
                    .toList(),
                caller.has(Right.ANSWER_ALARMS)
                    ? EnumSet.allOf(Action.class)
                    : EnumSet.noneOf(Action.class)));
  }

  private static boolean sees(Caller caller, String area) {
    return caller.scope().covers(area) || caller.scope().isBelow(area);
  }

  private AlarmBoard board(Tx tx, Caller caller, Instant now) {
    return AlarmBoard.of(
        store.standing(tx, caller), store.shelves(tx, caller, now), flood(tx, caller, now));
  }

  private Optional<AlarmBoard.Lasting> flood(Tx tx, Caller caller, Instant now) {
    List<Instant> latest = store.latest(tx, caller, discipline.floodAbove() + 1);
    return store
        .flood(tx, caller)
        .filter(one -> one.endedOrNull() == null)
        .filter(one -> AlarmFlow.endOf(discipline, latest, now).isEmpty())
        .map(one -> new AlarmBoard.Lasting(one.since(), AlarmFlow.endOf(discipline, latest)));
  }

  /** Everything that ever rang where the caller may look, the newest first. */
  public List<Alarm> log(Caller caller, AlarmQuery query) {
    Caller reader = caller.with(Right.READ_ALARMS);
    return transactions.read(tx -> store.list(tx, reader, query));
  }

  /**
   * Says that an alarm was seen. Nothing changes where somebody has said so before.
   *
   * @throws NotFound with code {@code alarm-unknown}, also where the caller may not see it
   * @throws Conflict with code {@code alarm-over} where its matter is over
   */
  public Alarm acknowledge(Caller caller, long id) {
    Caller actor = caller.with(Right.ANSWER_ALARMS);
    return transactions.write(
        actor,
        tx -> {
          Alarm found = get(tx, actor, id);
          if (found.state() == Alarm.State.CLEARED) {
            throw new Conflict("alarm-over", Map.of("alarm", id));
          }
          if (found.state() == Alarm.State.STANDING) {
            acknowledge(tx, actor, List.of(found));
          }
          return get(tx, actor, id);
        });
  }

  private Alarm get(Tx tx, Caller caller, long id) {
    return store
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("alarm-unknown", Map.of("alarm", id)));
  }

  /** Those that somebody else acknowledged meanwhile do not count. */
  private int acknowledge(Tx tx, Caller caller, List<Alarm> alarms) {
    Alarm.Acknowledged by = new Alarm.Acknowledged(tx.now(), caller.account());
    int count = store.acknowledge(tx, caller, alarms.stream().map(Alarm::id).toList(), by);
    if (count > 0) {
      Alarm newest = alarms.get(alarms.size() - 1);
      tx.record(new AlarmEvent.RowAcknowledged(newest, count));
    }
    return count;
  }

  /**
   * Says that all of a row were seen, as far as the caller had them before them.
   *
   * @param upTo the id of the newest one that they saw
   * @return how many
   * @throws NotFound with code {@code alarm-row-unknown}
   */
  public int acknowledgeRow(Caller caller, String key, long upTo) {
    Caller actor = caller.with(Right.ANSWER_ALARMS);
    return transactions.write(
        actor,
        tx -> {
          List<Alarm> seen =
              board(tx, actor, tx.now())
                  .find(key)
                  .orElseThrow(() -> new NotFound("alarm-row-unknown", Map.of("row", key)))
                  .alarms()
                  .stream()
                  .filter(one -> one.id() <= upTo && one.state() == Alarm.State.STANDING)
                  .toList();
          return seen.isEmpty() ? 0 : acknowledge(tx, actor, seen);
        });
  }

  /**
   * What shall be shelved.
   *
   * @param kindOrNull of which kind; null for all
   * @param area code of an area of the tree; empty: everywhere
   * @param minutes for how long
   * @param reason why
   */
  public record Wish(
      @Nullable AlarmKind kindOrNull, String area, int minutes, Shelf.Reason reason) {}

  /**
   * Keeps alarms from the desk for a while.
   *
   * @throws Invalid with code {@code alarm-shelf-all} for all kinds everywhere, {@code
   *     alarm-shelf-emergency} for a kind that is an emergency, or {@code alarm-shelf-too-long}
   * @throws Forbidden with code {@code area-scope}
   */
  public Shelf shelve(Caller caller, Wish wish) {
    Caller actor = caller.with(Right.ANSWER_ALARMS);
    return transactions.write(
        actor,
        tx -> {
          require(tx, actor, wish);
          if (!covers(actor, wish.area())) {
            throw new Forbidden("area-scope");
          }
          Instant now = tx.now();
          Shelf shelf =
              new Shelf(
                  0,
                  wish.kindOrNull(),
                  wish.area(),
                  now,
                  now.plus(wish.minutes(), ChronoUnit.MINUTES),
                  wish.reason(),
                  actor.account(),
                  null);
          Shelf added = store.addShelf(tx, actor, shelf);
          tx.record(new AlarmEvent.Shelved(added));
          return added;
        });
  }

  private void require(Tx tx, Caller caller, Wish wish) {
    AlarmKind kind = wish.kindOrNull();
    if (kind == null && wish.area().isEmpty()) {
      throw new Invalid("kind", "alarm-shelf-all");
    }
    List<AlarmRule> held =
        rules.list(tx, caller).stream()
            .filter(one -> kind == null || one.kind() == kind)
            .filter(one -> one.wanted().priority() != AlarmPriority.EMERGENCY)
            .toList();
    if (held.isEmpty()) {
      throw new Invalid("kind", "alarm-shelf-emergency");
    }
    int most =
        held.stream().mapToInt(one -> one.wanted().longestShelfMinutes()).min().orElseThrow();
    if (wish.minutes() < 1 || wish.minutes() > most) {
      throw new Invalid(
          "minutes", "alarm-shelf-too-long", Map.of("given", wish.minutes(), "most", most));
    }
  }

  private static boolean covers(Caller caller, String area) {
    return caller.scope().everywhere() || (!area.isEmpty() && caller.scope().covers(area));
  }

  /**
   * Ends a shelf before its time.
   *
   * @throws NotFound with code {@code alarm-shelf-unknown}, also where it has ended or lies outside
   *     the caller's scope
   */
  public void unshelve(Caller caller, long id) {
    Caller actor = caller.with(Right.ANSWER_ALARMS);
    var unused =
        transactions.write(
            actor,
            tx -> {
              Shelf shelf =
                  store.shelves(tx, actor, tx.now()).stream()
                      .filter(one -> one.id() == id && covers(actor, one.area()))
                      .findFirst()
                      .orElseThrow(() -> new NotFound("alarm-shelf-unknown", Map.of("shelf", id)));
              if (store.endShelf(tx, actor, id, tx.now(), actor.account())) {
                tx.record(new AlarmEvent.Unshelved(shelf));
              }
              return true;
            });
  }
}
