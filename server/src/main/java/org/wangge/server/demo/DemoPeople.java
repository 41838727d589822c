package org.wangge.server.demo;

import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.people.PersonRegister;
import org.wangge.people.PersonStore;

/** Who stands behind the town's staff codes. */
public final class DemoPeople implements DemoPart {
  private final PersonRegister people;
  private final PersonStore store;

  public DemoPeople(PersonRegister people, PersonStore store) {
    this.people = people;
    this.store = store;
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    people.load(tx, caller, town.people());
  }

  @Override
  public void catchUp(Tx tx, Caller caller, DemoTown town) {
    // Whoever was erased is still a row: nobody comes back.
    if (store.isEmpty(tx)) {
      settle(tx, caller, town);
    }
  }
}
