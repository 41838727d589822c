package org.wangge.plan.record;

import java.util.Optional;
import org.wangge.word.Word;

/** What is done to a plan as a whole: each a step of its life. */
public enum PlanAction implements Word {
  BEGIN("begun"),
  SUBMIT("submitted"),
  WITHDRAW("withdrawn"),
  /** Makes a draft again of what was taken back or rejected. */
  REOPEN("reopened"),
  APPROVE("approved"),
  REJECT("rejected"),
  /** Sets the instant at which it comes into force. */
  SCHEDULE("scheduled"),
  PUBLISH("published"),
  /** Does its edits again on the areas as they are now. */
  REBASE("rebased"),
  /** The instant had come and the plan could not come into force: the program does this itself. */
  HALT("halted"),
  /** A later plan ended an area that it had begun: the program does this itself. */
  SUPERSEDE("superseded");

  private final String done;

  PlanAction(String done) {
    this.done = done;
  }

  public static Optional<PlanAction> find(String word) {
    return Word.find(PlanAction.class, word);
  }

  /** The word of it having been done, as in the type of its event. */
  public String done() {
    return done;
  }
}
