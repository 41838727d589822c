package org.wangge.incident;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;

/** Reads and takes in incidents for whoever works here. Thread-safe. */
public final class IncidentRegister {
  private final Transactions transactions;
  private final IncidentStore store;

  public IncidentRegister(Transactions transactions, IncidentStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Those that a query asks for and the caller may see, in the order of their ids. */
  public List<Incident> list(Caller caller, IncidentQuery query) {
    caller.requireStaff();
    return transactions.read(tx -> store.list(tx, caller, query));
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public Incident get(Caller caller, String id) {
    caller.requireStaff();
    return transactions
        .read(tx -> store.find(tx, caller, id))
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  /** All categories, in the order of their codes. */
  public List<Category> categories(Caller caller) {
    caller.requireStaff();
    return transactions.read(tx -> store.categories(tx, caller));
  }

  /** Adds many within a transaction, with one event. */
  public void load(Tx tx, Caller caller, List<Incident> incidents) {
    caller.require(Role.ADMINISTRATOR);
    store.add(tx, caller, incidents);
    tx.record(new IncidentEvent.IncidentsLoaded(incidents.size()));
  }
}
