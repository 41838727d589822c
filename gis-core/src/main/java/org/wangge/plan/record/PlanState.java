package org.wangge.plan.record;

import java.util.Optional;
import org.wangge.word.Word;

/** How far a plan has come. What may follow what is {@link PlanStates}. */
public enum PlanState implements Word {
  /** Being drawn; in force nowhere. */
  DRAFT,
  /** Handed in, to be looked at by somebody who had no hand in it. */
  SUBMITTED,
  /** Found good by somebody else; still in force nowhere. */
  APPROVED,
  /** Approved, and to come into force at an instant that is set. */
  SCHEDULED,
  /** In force. */
  PUBLISHED,
  /** Was in force, until a later plan ended an area that it had begun. */
  SUPERSEDED,
  /** Taken back by those who drew it. */
  WITHDRAWN,
  /** Found wanting, for a reason. */
  REJECTED;

  public static Optional<PlanState> find(String word) {
    return Word.find(PlanState.class, word);
  }

  /** Whether it was put into force: what it did is history then, and stays. */
  public boolean hasBeenInForce() {
    return this == PUBLISHED || this == SUPERSEDED;
  }
}
