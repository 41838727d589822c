package org.wangge.plan.drawing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.memory.LimitedMap;
import org.wangge.plan.record.DroppedEdit;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.record.PlanStore;

/**
 * Reads the histories of plans. Edits are only ever added, and who adds one has the plan's row: a
 * transaction sees them all up to some number. So what was read once is remembered, and only the
 * newest few are read again. Thread-safe.
 */
final class PlanHistories {
  private static final int MOST_REMEMBERED = 50;

  private final PlanStore store;
  private final Map<Long, PlanHistory> remembered = LimitedMap.of(MOST_REMEMBERED);

  PlanHistories(PlanStore store) {
    this.store = store;
  }

  /** The history of a plan as this transaction sees it. */
  PlanHistory of(Tx tx, Caller caller, long planId) {
    Set<Integer> dropped =
        store.dropped(tx, caller, planId).stream()
            .map(DroppedEdit::seq)
            .collect(Collectors.toSet());
    PlanHistory history =
        recall(planId)
            .flatMap(
                known -> known.continued(store.edits(tx, caller, planId, known.openEnd()), dropped))
            .orElseGet(() -> new PlanHistory(store.edits(tx, caller, planId, 0), dropped));
    remember(planId, history);
    return history;
  }

  private synchronized Optional<PlanHistory> recall(long planId) {
    return Optional.ofNullable(remembered.get(planId));
  }

  private synchronized void remember(long planId, PlanHistory history) {
    remembered.put(planId, history);
  }
}
