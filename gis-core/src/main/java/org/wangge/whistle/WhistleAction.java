package org.wangge.whistle;

import org.wangge.word.Word;

/** What somebody may do with a whistle. */
public enum WhistleAction implements Word {
  /** To say of somebody who was called that they come, or cannot. */
  ANSWER,
  /** To say that they are there. */
  REACH,
  /** To call the next level before its time. */
  RAISE,
  /** To end it. */
  END
}
