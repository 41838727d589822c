package org.wangge.patrol;

import org.wangge.access.Right;
import org.wangge.word.Word;

/** How somebody was shown where people are or were. */
public enum LookKind implements Word {
  /** A stream that told it each second, as long as it was open. */
  LIVE(Right.READ_POSITIONS),
  /** A list of where people are. */
  LIST(Right.READ_POSITIONS),
  /** Where people have walked. */
  TRACK(Right.READ_TRACKS);

  private final Right right;

  LookKind(Right right) {
    this.right = right;
  }

  /** What it takes to look so. */
  Right right() {
    return right;
  }
}
