package org.wangge.incident;

import java.util.Optional;
import org.wangge.word.Word;

/** The step of the six (六步闭环) an incident is in. */
public enum Step implements Word {
  /** 1 信息收集: reported, not yet filed */
  COLLECT,
  /** 2 案卷建立: being checked and filed */
  FILE,
  /** 3 指挥派遣: filed, waits to be dispatched */
  DISPATCH,
  /** 4 处理反馈: with its handler */
  HANDLE,
  /** 5 核查结案: reported back, being checked */
  VERIFY,
  /** 6 考核评价: closed */
  EVALUATE;

  /** Whether the incident still waits for someone. */
  public boolean open() {
    return this != EVALUATE;
  }

  public static Optional<Step> find(String word) {
    return Word.find(Step.class, word);
  }
}
