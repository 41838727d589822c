package org.wangge.incident.limit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.Limit;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/** Reads and changes the limits of stages, which hold everywhere. Thread-safe. */
public final class LimitRegister {
  private final Transactions transactions;
  private final LimitStore store;

  /**
   * What somebody wants of a stage.
   *
   * @param limit how long it may take
   * @param warnPercents at which parts of that is warned
   */
  public record Wanted(Limit limit, List<Integer> warnPercents) {
    public Wanted {
      warnPercents = List.copyOf(warnPercents);
    }
  }

  public LimitRegister(Transactions transactions, LimitStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * All limits.
   *
   * @param at as they were at an instant; empty: as they are
   */
  public List<StageLimit> list(Caller caller, Optional<Instant> at) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(
        tx ->
            at.map(instant -> store.listAt(tx, reader, instant))
                .orElseGet(() -> store.list(tx, reader)));
  }

  /**
   * Adds one.
   *
   * @throws Conflict with code {@code limit-taken}
   */
  public StageLimit add(Caller asking, StageLimit.Scope scope, Wanted given, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_LIMITS);
    return transactions.write(
        caller,
        tx -> {
          StageLimit wanted =
              new StageLimit(0, 1, scope, given.limit(), given.warnPercents(), tx.now());
          StageLimit added = store.add(tx, caller, wanted);
          tx.record(new LimitEvent.LimitChanged(added, reason));
          return added;
        });
  }

  /**
   * Changes one. Clocks that run keep what they were started with.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code limit-unknown}
   * @throws Conflict with code {@code version-conflict}
   */
  public StageLimit change(
      Caller asking, long id, int ifVersion, Wanted given, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_LIMITS);
    return transactions.write(
        caller,
        tx -> {
          StageLimit changed =
              seen(tx, caller, id, ifVersion).with(given.limit(), given.warnPercents(), tx.now());
          store.change(tx, caller, changed, ifVersion);
          tx.record(new LimitEvent.LimitChanged(changed, reason));
          return changed;
        });
  }

  /**
   * Takes one away, so that what is said less closely holds again.
   *
   * @throws Invalid with code {@code limit-of-everything} for what holds where nothing else is said
   */
  public void remove(Caller asking, long id, int ifVersion, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_LIMITS);
    transactions.write(
        caller,
        tx -> {
          StageLimit limit = seen(tx, caller, id, ifVersion);
          if (limit.scope().category().isEmpty()) {
            throw new Invalid("limit", "limit-of-everything");
          }
          store.remove(tx, caller, id, ifVersion);
          tx.record(new LimitEvent.LimitRemoved(limit, reason));
          return id;
        });
  }

  private StageLimit seen(Tx tx, Caller caller, long id, int ifVersion) {
    StageLimit limit =
        store
            .find(tx, caller, id)
            .orElseThrow(() -> new NotFound("limit-unknown", Map.of("limit", id)));
    Conflict.unlessNewest(ifVersion, limit.version());
    return limit;
  }
}
