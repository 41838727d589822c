package org.wangge.shift;

import org.wangge.word.Word;

/** What is done with a roster. */
public enum RosterAct implements Word {
  /** 排班 */
  ADD,
  /** 撤班 */
  REMOVE,
  /** 换班 */
  SWAP,
  /** 照搬上周 */
  COPY
}
