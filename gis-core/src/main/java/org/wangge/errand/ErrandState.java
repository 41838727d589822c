package org.wangge.errand;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wangge.word.Word;

/** How far an errand is. */
public enum ErrandState implements Word {
  /** 已点单: nobody was sent yet, or nobody who was can. */
  ORDERED,
  /** 已派单: offered to volunteers, of whom the first to accept has it. */
  DISPATCHED,
  /** 已接单 */
  ACCEPTED,
  /** 已办: says the volunteer. */
  DONE,
  /** 居民确认 */
  CONFIRMED,
  /** 居民说没办成 */
  DISPUTED,
  /** 退单: sent back with a reason. */
  RETURNED,
  /** 撤单: by the resident. */
  WITHDRAWN,
  /** 转为事件 */
  FILED,
  /** 过期: the wished time has passed and nobody had accepted; it can still be dispatched. */
  LAPSED;

  private static final Set<ErrandState> DISPATCHABLE =
      EnumSet.of(ORDERED, DISPATCHED, DISPUTED, LAPSED);
  private static final Set<ErrandState> WITHDRAWABLE =
      EnumSet.of(ORDERED, DISPATCHED, ACCEPTED, DISPUTED, LAPSED);
  private static final Set<ErrandState> FINISHED = EnumSet.of(DONE, CONFIRMED);

  public static Optional<ErrandState> find(String word) {
    return Word.find(ErrandState.class, word);
  }

  /** Whether volunteers can be sent, or somebody else be told instead. */
  public boolean isDispatchable() {
    return DISPATCHABLE.contains(this);
  }

  /** Whether the wished time can pass it by. */
  public boolean isWaiting() {
    return this == ORDERED || this == DISPATCHED;
  }

  /** Whether the resident can still do without it. */
  public boolean isWithdrawable() {
    return WITHDRAWABLE.contains(this);
  }

  /** Whether it counts as done: the resident did not say otherwise. */
  public boolean isFinished() {
    return FINISHED.contains(this);
  }
}
