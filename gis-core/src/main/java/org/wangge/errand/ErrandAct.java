package org.wangge.errand;

import org.wangge.word.Word;

/** What is done with an errand. */
public enum ErrandAct implements Word {
  ORDER,
  DISPATCH,
  ACCEPT,
  /** Also to give back what one had accepted. */
  DECLINE,
  FINISH,
  CONFIRM,
  DISPUTE,
  RETURN,
  WITHDRAW,
  FILE,
  LAPSE
}
