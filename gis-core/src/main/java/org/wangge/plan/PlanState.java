package org.wangge.plan;

import java.util.Optional;
import org.wangge.word.Word;

/** How far a plan has come. */
public enum PlanState implements Word {
  /** Being drawn; in force nowhere. */
  DRAFT,
  /** In force, and never changed again. */
  PUBLISHED;

  public static Optional<PlanState> find(String word) {
    return Word.find(PlanState.class, word);
  }
}
