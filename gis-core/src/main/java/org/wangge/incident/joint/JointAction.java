package org.wangge.incident.joint;

import org.wangge.word.Word;

/** What is done in joint handling. */
public enum JointAction implements Word {
  /** 发起: several shall handle it together. */
  CONVENE,
  /** 记录: something is written into the minutes. */
  MINUTE,
  /** 决定: each is given a duty. */
  DECIDE;
}
