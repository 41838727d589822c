package org.wangge.incident;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;

/** What has to be changed in many open incidents at once, whoever may see them. Thread-safe. */
final class OpenIncidents {
  private static final int AT_ONCE = 500;

  private final IncidentStore store;

  OpenIncidents(IncidentStore store) {
    this.store = store;
  }

  /**
   * Changes those of an area or in a box, where that is needed; whatever is null does not narrow.
   *
   * @param touched whether one has to be changed, by how it was listed
   * @param change changes one that is held, if it still has to be, and answers whether it did
   * @return how many were changed
   */
  int change(
      Tx tx,
      @Nullable String area,
      @Nullable LatticeBox box,
      Predicate<Incident> touched,
      Predicate<Incident> change) {
    int changed = 0;
    IncidentQuery page = IncidentQuery.open(area, box, AT_ONCE);
    List<Incident> some;
    do {
      some = store.list(tx, Caller.upkeep(), page);
      for (Incident one : some) {
        changed += touched.test(one) && change.test(held(tx, one.id())) ? 1 : 0;
        page = page.after(one.id());
      }
    } while (some.size() == AT_ONCE);
    return changed;
  }

  /** Somebody may have done something to it since it was listed. */
  private Incident held(Tx tx, String id) {
    store.hold(tx, Caller.upkeep(), id);
    return store.find(tx, Caller.upkeep(), id).orElseThrow();
  }
}
