package org.wangge.plan.record;

import java.time.Instant;
import org.wangge.plan.operation.PlanOperation;

/**
 * An edit on record. Edits form a tree: undoing steps back to the one before, and what is drawn
 * then grows another branch; nothing is ever taken off it.
 *
 * @param seq number within the plan, from 1
 * @param after number of the edit it follows; 0 for the base
 * @param at when
 * @param account id of the account that made it
 * @param operation what it does
 */
public record PlanEdit(int seq, int after, Instant at, String account, PlanOperation operation) {

  /** The same edit after another one. */
  public PlanEdit after(int other) {
    return new PlanEdit(seq, other, at, account, operation);
  }
}
