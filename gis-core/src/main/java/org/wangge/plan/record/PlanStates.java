package org.wangge.plan.record;

import static org.wangge.plan.record.PlanState.APPROVED;
import static org.wangge.plan.record.PlanState.DRAFT;
import static org.wangge.plan.record.PlanState.PUBLISHED;
import static org.wangge.plan.record.PlanState.REJECTED;
import static org.wangge.plan.record.PlanState.SCHEDULED;
import static org.wangge.plan.record.PlanState.SUBMITTED;
import static org.wangge.plan.record.PlanState.SUPERSEDED;
import static org.wangge.plan.record.PlanState.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.fault.Conflict;

/** Which steps a plan may take from which state: the one table of it. Pure. */
public final class PlanStates {
  private static final Map<PlanAction, Set<PlanState>> FROM =
      Map.ofEntries(
          Map.entry(PlanAction.BEGIN, Set.of()),
          Map.entry(PlanAction.SUBMIT, Set.of(DRAFT)),
          Map.entry(PlanAction.WITHDRAW, Set.of(DRAFT, SUBMITTED, APPROVED, SCHEDULED, REJECTED)),
          Map.entry(PlanAction.REOPEN, Set.of(WITHDRAWN, REJECTED)),
          Map.entry(PlanAction.APPROVE, Set.of(SUBMITTED)),
          Map.entry(PlanAction.REJECT, Set.of(SUBMITTED, APPROVED, SCHEDULED)),
          Map.entry(PlanAction.SCHEDULE, Set.of(APPROVED, SCHEDULED)),
          Map.entry(PlanAction.PUBLISH, Set.of(APPROVED, SCHEDULED)),
          Map.entry(PlanAction.REBASE, Set.of(DRAFT, SUBMITTED, APPROVED, SCHEDULED)),
          Map.entry(PlanAction.HALT, Set.of(SCHEDULED)),
          Map.entry(PlanAction.SUPERSEDE, Set.of(PUBLISHED)));

  private PlanStates() {}

  /** Whether a step may be taken from a state. */
  public static boolean isLegal(PlanState state, PlanAction action) {
    return FROM.getOrDefault(action, Set.of()).contains(state);
  }

  /**
   * The plan, if it is one to draw in.
   *
   * @throws Conflict with code {@code plan-not-draft}, or {@code plan-is-rollback} where it brings
   *     old outlines back
   */
  public static Plan draft(Plan plan) {
    if (plan.state() != DRAFT) {
      throw new Conflict("plan-not-draft", Map.of("plan", plan.id(), "state", plan.state().word()));
    }
    if (plan.term().restoresOrNull() != null) {
      throw new Conflict("plan-is-rollback", Map.of("plan", plan.id()));
    }
    return plan;
  }

  /** The steps that may be taken from a state, in the order of a plan's life. */
  public static List<PlanAction> legal(PlanState state) {
    return Arrays.stream(PlanAction.values()).filter(action -> isLegal(state, action)).toList();
  }

  /**
   * Where a step leads. A rebase leads back to where it came from; whether what it makes still
   * deserves that is for whoever rebases to say.
   *
   * @throws Conflict with code {@code plan-step-illegal}, naming what would be legal
   */
  public static PlanState after(Plan plan, PlanAction action) {
    if (!isLegal(plan.state(), action)) {
      throw new Conflict(
          "plan-step-illegal",
          Map.of(
              "plan", plan.id(),
              "state", plan.state().word(),
              "step", action.word(),
              "legal", legal(plan.state()).stream().map(PlanAction::word).toList()));
    }
    return switch (action) {
      case BEGIN, REOPEN -> DRAFT;
      case SUBMIT -> SUBMITTED;
      case WITHDRAW -> WITHDRAWN;
      case APPROVE, HALT -> APPROVED;
      case REJECT -> REJECTED;
      case SCHEDULE -> SCHEDULED;
      case PUBLISH -> PUBLISHED;
      case SUPERSEDE -> SUPERSEDED;
      case REBASE -> plan.state();
    };
  }
}
