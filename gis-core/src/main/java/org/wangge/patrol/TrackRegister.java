package org.wangge.patrol;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;

/** Reads and takes in tracks for whoever works here. Thread-safe. */
public final class TrackRegister {
  private final Transactions transactions;
  private final TrackStore store;

  public TrackRegister(Transactions transactions, TrackStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Those that a query asks for and the caller may see, in the order of their ids. */
  public List<Track> list(Caller caller, TrackQuery query) {
    caller.requireStaff();
    return transactions.read(tx -> store.list(tx, caller, query));
  }

  /** Adds many within a transaction, with one event. */
  public void load(Tx tx, Caller caller, List<TrackStore.Walked> walked) {
    caller.require(Role.ADMINISTRATOR);
    store.add(tx, caller, walked);
    tx.record(new TrackEvent.TracksLoaded(walked.size()));
  }
}
