package org.wangge.patrol.round;

import org.wangge.word.Word;

/** How a patrol that is due went. */
public enum RunResult implements Word {
  /** 未开始: its time has not begun. */
  DUE,
  /** 进行中: its time is not over, and what is asked for not yet done. */
  RUNNING,
  /** 已完成 */
  DONE,
  /** 部分完成: a grid of it was entered, yet not all that is asked for done. */
  PARTLY,
  /** 未巡: no grid of it was entered. */
  MISSED,
  /** 无法判断: what is lacking may have been walked while the phone said nothing. */
  UNKNOWN;

  /** Whether it stays so, unless phones tell more. */
  public boolean isFinal() {
    return this != DUE && this != RUNNING;
  }
}
