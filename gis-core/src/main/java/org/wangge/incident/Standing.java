package org.wangge.incident;

import java.util.Optional;
import org.wangge.word.Word;

/** How an incident stands: the states of its life, each within one of the six steps. */
public enum Standing implements Word {
  /** Reported, nobody has taken it up. */
  REPORTED(Step.COLLECT),
  /** 核实: somebody is looking on the spot whether it is so. */
  ON_SITE(Step.COLLECT),
  /** 受理: taken up, to be filed or rejected. */
  ACCEPTED(Step.FILE),
  /** 立案: filed, waits to be dispatched; also after it was sent back or opened again. */
  FILED(Step.DISPATCH),
  /** 派遣: with its handler. */
  DISPATCHED(Step.HANDLE),
  /** 挂账: with its handler, who cannot go on; its clock stands still. */
  SUSPENDED(Step.HANDLE),
  /** 反馈: said to be done, to be checked. */
  REPORTED_BACK(Step.VERIFY),
  /** 结案: checked and closed. */
  CLOSED(Step.EVALUATE),
  /** 不予立案: ended without filing. */
  REJECTED(Step.EVALUATE),
  /** 撤销: ended after filing, without a result. */
  CANCELLED(Step.EVALUATE);

  private final Step step;

  Standing(Step step) {
    this.step = step;
  }

  public Step step() {
    return step;
  }

  /** Whether it still waits for someone. */
  public boolean isOpen() {
    return step.open();
  }

  public static Optional<Standing> find(String word) {
    return Word.find(Standing.class, word);
  }
}
