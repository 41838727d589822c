package org.wangge.server.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.geo.AsOf;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaDraft;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaPlan;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.AreaRules;
import org.wangge.grid.AreaTreeCheck;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.GridEvent;
import org.wangge.grid.GridStore;
import org.wangge.grid.Partition;
import org.wangge.grid.RecordPlace;

/**
 * Puts drafts on record: all of them in one transaction, or none. The judgement is made on what is
 * on record in that very transaction. Thread-safe.
 */
final class AreaLoad {
  private final Transactions transactions;
  private final GridStore store;
  private final CodeScheme scheme;

  AreaLoad(Transactions transactions, GridStore store, CodeScheme scheme) {
    this.transactions = transactions;
    this.store = store;
    this.scheme = scheme;
  }

  /**
   * What the drafts would do, and the areas they were judged against.
   *
   * @param plan the judgement
   * @param existing areas of the partition now, by code
   */
  record Judged(AreaPlan plan, Map<String, Area> existing) {}

  /** Judges without changing anything. */
  Judged judge(
      Caller caller, String partition, List<AreaDraft> drafts, ImportOptions.Policy policy) {
    return transactions.read(tx -> judge(tx, caller, partition, drafts, policy));
  }

  /**
   * Loads what is accepted, in one transaction.
   *
   * @return the judgement; nothing was loaded when it refuses a record and the policy is strict
   */
  Judged load(
      Caller caller, String partition, List<AreaDraft> drafts, ImportOptions.Policy policy) {
    return transactions.write(
        caller,
        tx -> {
          Judged judged = judge(tx, caller, partition, drafts, policy);
          return policy.strict() && judged.plan().refusesAny()
              ? judged
              : new Writing(tx, caller, partition, policy, judged).write();
        });
  }

  private Judged judge(
      Tx tx, Caller caller, String partition, List<AreaDraft> drafts, ImportOptions.Policy policy) {
    requirePartition(tx, caller, partition);
    Map<String, Area> existing =
        AreaTreeCheck.byCode(store.list(tx, caller, AreaQuery.all(partition, AsOf.now(tx.now()))));
    AreaTreeCheck check =
        new AreaTreeCheck(
            scheme,
            existing,
            code -> !store.history(tx, caller, new AreaKey(partition, code)).isEmpty(),
            policy.replace());
    return new Judged(check.plan(drafts), existing);
  }

  private void requirePartition(Tx tx, Caller caller, String partition) {
    boolean known =
        partition.equals(Partition.TREE)
            || store.partitions(tx, caller).stream().anyMatch(p -> p.id().equals(partition));
    if (!known) {
      throw new ImportStopped(
          "partition-unknown", RecordPlace.FILE, Map.of("partition", partition));
    }
  }

  /** One write of one judgement. */
  private final class Writing {
    private final Tx tx;
    private final Caller caller;
    private final String partition;
    private final ImportOptions.Policy policy;
    private final Judged judged;
    private final Map<String, Area> byCode;

    Writing(Tx tx, Caller caller, String partition, ImportOptions.Policy policy, Judged judged) {
      this.tx = tx;
      this.caller = caller;
      this.partition = partition;
      this.policy = policy;
      this.judged = judged;
      this.byCode = new HashMap<>(judged.existing());
    }

    Judged write() {
      AreaPlan plan = judged.plan();
      Instant from = policy.validFrom().orElse(tx.now());
      List<Area> added = new ArrayList<>();
      for (AreaDraft draft : plan.added()) {
        Area fresh = draft.fresh(partition, scheme, Validity.since(from), policy.reason());
        Area area = AreaRules.add(caller, scheme, fresh, parentOf(fresh));
        byCode.put(area.code(), area);
        added.add(area);
      }
      if (!added.isEmpty()) {
        store.add(tx, caller, added);
      }
      List<AreaDraft> changed = new ArrayList<>();
      List<AreaFinding> findings = new ArrayList<>(plan.findings());
      for (AreaDraft draft : plan.changed()) {
        change(draft, from).ifPresentOrElse(findings::add, () -> changed.add(draft));
      }
      if (!added.isEmpty() || !changed.isEmpty()) {
        tx.record(new GridEvent.AreasLoaded(partition, added.size(), changed.size()));
      }
      return new Judged(
          new AreaPlan(plan.added(), changed, plan.unchanged(), findings), judged.existing());
    }

    /** Changes an area, or says why it may not be changed so. */
    private Optional<AreaFinding> change(AreaDraft draft, Instant from) {
      List<Area> states = store.history(tx, caller, new AreaKey(partition, draft.code()));
      Area newest = states.get(states.size() - 1);
      try {
        Area wanted = draft.over(newest, Validity.since(from), policy.reason());
        Area area = AreaRules.change(caller, newest, newest.version(), wanted, parentOf(wanted));
        store.change(tx, caller, area, newest.version());
        return Optional.empty();
      } catch (Invalid invalid) {
        if (policy.strict()) {
          throw new ImportStopped(invalid.code(), draft.place(), invalid.details());
        }
        return Optional.of(AreaFinding.refused(draft, invalid.code(), invalid.details()));
      }
    }

    private Optional<Area> parentOf(Area area) {
      return area.parentCode().map(byCode::get);
    }
  }
}
