package org.wangge.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.limit.Stage;
import org.wangge.word.Word;

/** How an incident stands: the states of its life, each within one of the six steps. */
public enum Standing implements Word {
  /** Reported, nobody has taken it up. */
  REPORTED(Step.COLLECT, Stage.ACCEPT),
  /** 核实: somebody is looking on the spot whether it is so. */
  ON_SITE(Step.COLLECT, Stage.FILE),
  /** 受理: taken up, to be filed or rejected. */
  ACCEPTED(Step.FILE, Stage.FILE),
  /** 立案: filed, waits to be dispatched; also after it was sent back or opened again. */
  FILED(Step.DISPATCH, Stage.DISPATCH),
  /** 派遣: with its handler. */
  DISPATCHED(Step.HANDLE, Stage.HANDLE),
  /** 挂账: with its handler, who cannot go on; its clock stands still. */
  SUSPENDED(Step.HANDLE, Stage.HANDLE),
  /** 反馈: said to be done, to be checked. */
  REPORTED_BACK(Step.VERIFY, Stage.CHECK),
  /** 结案: checked and closed. */
  CLOSED(Step.EVALUATE, null),
  /** 不予立案: ended without filing. */
  REJECTED(Step.EVALUATE, null),
  /** 撤销: ended after filing, without a result. */
  CANCELLED(Step.EVALUATE, null);

  private final Step step;

  private final @Nullable Stage stage;

  Standing(Step step, @Nullable Stage stage) {
    this.step = step;
    this.stage = stage;
  }

  public Step step() {
    return step;
  }

  /** Of which stage the limit counts; empty once it has ended. */
  public Optional<Stage> stage() {
    return Optional.ofNullable(stage);
  }

  /** Whether it still waits for someone. */
  public boolean isOpen() {
    return step.open();
  }

  public static Optional<Standing> find(String word) {
    return Word.find(Standing.class, word);
  }
}
