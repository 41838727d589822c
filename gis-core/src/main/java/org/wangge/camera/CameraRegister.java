package org.wangge.camera;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;

/** Reads and takes in cameras for whoever works here. Thread-safe. */
public final class CameraRegister {
  private final Transactions transactions;
  private final CameraStore store;

  public CameraRegister(Transactions transactions, CameraStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Those that a query asks for and the caller may see, in the order of their ids. */
  public List<Camera> list(Caller caller, CameraQuery query) {
    caller.requireStaff();
    return transactions.read(tx -> store.list(tx, caller, query));
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public Camera get(Caller caller, String id) {
    caller.requireStaff();
    return transactions
        .read(tx -> store.find(tx, caller, id))
        .orElseThrow(() -> new NotFound("camera-unknown", Map.of("id", id)));
  }

  /** Adds many within a transaction, with one event. */
  public void load(Tx tx, Caller caller, List<Camera> cameras) {
    caller.require(Role.ADMINISTRATOR);
    store.add(tx, caller, cameras);
    tx.record(new CameraEvent.CamerasLoaded(cameras.size()));
  }
}
