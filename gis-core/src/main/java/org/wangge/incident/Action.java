package org.wangge.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wangge.word.Word;

/**
 * What leads an incident from one of its six steps to another. The source of the names is the
 * domain's life cycle (六步闭环); clocks, extension, suspension and appeal are not among them yet.
 */
public enum Action implements Word {
  /** 受理: the report is taken up. */
  ACCEPT(Step.COLLECT, Step.FILE, false),
  /** 立案: it becomes a case, with a number of hours to handle it. */
  FILE(Step.FILE, Step.DISPATCH, false),
  /** 派遣: a handler gets it. */
  DISPATCH(Step.DISPATCH, Step.HANDLE, false),
  /** 反馈: the handler says that it is done. */
  REPORT_BACK(Step.HANDLE, Step.VERIFY, false),
  /** 回退: the handler says that it is not theirs. */
  SEND_BACK(Step.HANDLE, Step.DISPATCH, true),
  /** 结案: the check of the result passed. */
  CLOSE(Step.VERIFY, Step.EVALUATE, false),
  /** 返工: the check of the result failed. */
  REWORK(Step.VERIFY, Step.HANDLE, true),
  /** 不予立案: nothing is to be done about it. */
  REJECT(Step.COLLECT, Step.EVALUATE, true, Step.FILE);

  private final Step from;
  private final Step alsoFrom;
  private final Step to;
  private final boolean needsReason;

  Action(Step from, Step to, boolean needsReason) {
    this(from, to, needsReason, from);
  }

  Action(Step from, Step to, boolean needsReason, Step alsoFrom) {
    this.from = from;
    this.alsoFrom = alsoFrom;
    this.to = to;
    this.needsReason = needsReason;
  }

  /** Where it leads. */
  public Step to() {
    return to;
  }

  /** Whether it wants a reason. */
  public boolean needsReason() {
    return needsReason;
  }

  /** Whether it can be done in a step. */
  public boolean isLegalIn(Step step) {
    return step == from || step == alsoFrom;
  }

  /** What can be done in a step. */
  public static List<Action> legalIn(Step step) {
    return Arrays.stream(values()).filter(action -> action.isLegalIn(step)).toList();
  }

  public static Optional<Action> find(String word) {
    return Word.find(Action.class, word);
  }
}
