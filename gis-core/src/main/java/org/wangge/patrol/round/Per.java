package org.wangge.patrol.round;

import org.wangge.word.Word;

/** In what time a patrol is due so and so often. */
public enum Per implements Word {
  /** 每天: the window of a day falls into so many equal ones, one after another. */
  DAY,
  /** 每周: the days of a week fall into so many groups, as equal as can be, the larger first. */
  WEEK
}
