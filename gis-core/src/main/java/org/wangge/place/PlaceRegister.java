package org.wangge.place;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;

/** Reads, takes in and ends places. Thread-safe. */
public final class PlaceRegister {
  private final Transactions transactions;
  private final PlaceStore store;

  public PlaceRegister(Transactions transactions, PlaceStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * Those that a query asks for, in the order of their ids.
   *
   * @throws org.wangge.fault.Forbidden when they are for those who work here, and the caller does
   *     not
   */
  public List<StandingPlace> list(Caller caller, PlaceQuery query) {
    requireRight(caller, query.kind());
    return transactions.read(tx -> store.list(tx, caller, query));
  }

  /**
   * The one of an id, standing or ended.
   *
   * @throws NotFound with code {@code place-unknown}
   */
  public StandingPlace get(Caller caller, PlaceKind kind, String id) {
    requireRight(caller, kind);
    return transactions
        .read(tx -> store.find(tx, caller, kind, id))
        .orElseThrow(() -> new NotFound("place-unknown", Map.of("kind", kind.word(), "id", id)));
  }

  private static void requireRight(Caller caller, PlaceKind kind) {
    if (!kind.isPublic()) {
      caller.with(Right.FOLLOW);
    }
  }

  /** Adds many within a transaction, with one event. */
  public void load(Tx tx, Caller caller, List<StandingPlace> places) {
    caller.with(Right.RUN);
    store.add(tx, caller, places);
    tx.record(new PlaceEvent.PlacesLoaded(places.size()));
  }

  /**
   * Ends a place.
   *
   * @param end first instant at which it stands no more
   * @throws NotFound with code {@code place-unknown}
   * @throws Conflict with code {@code place-not-standing} when it has ended, or begins later
   */
  public void end(Caller caller, PlaceKind kind, String id, Instant end) {
    caller.with(Right.RUN);
    transactions.write(
        caller,
        tx -> {
          if (!store.end(tx, caller, kind, id, end)) {
            Map<String, String> details = Map.of("kind", kind.word(), "id", id);
            if (store.find(tx, caller, kind, id).isEmpty()) {
              throw new NotFound("place-unknown", details);
            }
            throw new Conflict("place-not-standing", details);
          }
          tx.record(new PlaceEvent.PlaceEnded(kind, id));
          return 0;
        });
  }
}
