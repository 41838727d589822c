package org.wangge.figure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * The figures, each with its numerator and its denominator (domain.md, "Figures (KPI)"): which
 * cases are in either, {@link Measure} says. A figure whose denominator is 0 is none: not 0 % and
 * not 100 %.
 */
public enum Figure implements Word {
  /** 受理数. */
  RECEIVED(Measure.RECEIVED, Better.NEITHER),
  /** 立案数. */
  FILED(Measure.FILED, Better.NEITHER),
  /** 应结案数. */
  DUE(Measure.DUE, Better.NEITHER),
  /** 结案数. */
  CLOSED(Measure.CLOSED, Better.NEITHER),
  /** 按期结案数. */
  ON_TIME(Measure.ON_TIME, Better.NEITHER),
  /** 挂账数. */
  SUSPENDED(Measure.SUSPENDED, Better.NEITHER),
  /** 超期数. */
  OVERDUE(Measure.OVERDUE, Better.LOWER),
  /** 申诉成立数. */
  EXCUSED(Measure.EXCUSED, Better.NEITHER),
  /** 结案率: closed / (due − suspended). */
  CLOSING_RATE(Measure.CLOSED, Measure.ANSWERABLE, Better.HIGHER),
  /** 按期结案率: closed on time / (due − suspended − those whose appeal was upheld). */
  ON_TIME_RATE(Measure.ON_TIME, Measure.SCORED, Better.HIGHER),
  /** 紧急结案率. */
  URGENT_CLOSING_RATE(Measure.URGENT_CLOSED, Measure.URGENT_ANSWERABLE, Better.HIGHER),
  /** 紧急按期结案率. */
  URGENT_ON_TIME_RATE(Measure.URGENT_ON_TIME, Measure.URGENT_SCORED, Better.HIGHER),
  /** 响应率: answered within the limit / received. */
  RESPONSE_RATE(Measure.ANSWERED, Measure.RECEIVED, Better.HIGHER),
  /** 处置率: handled / dispatched. */
  HANDLING_RATE(Measure.HANDLED, Measure.DISPATCHED, Better.HIGHER),
  /**
   * 本级办结率: closed without escalation / closed in the period, as far as it is on record who did it.
   */
  OWN_LEVEL_RATE(Measure.OWN_LEVEL, Measure.TRACED, Better.HIGHER),
  /** 一次核查通过率. */
  FIRST_CHECK_RATE(Measure.FIRST_CHECK, Measure.SETTLED, Better.HIGHER),
  /** 返工率. */
  REWORK_RATE(Measure.REWORKED, Measure.SETTLED, Better.LOWER),
  /** 回退率: sent back / dispatched. */
  SEND_BACK_RATE(Measure.SENT_BACK, Measure.DISPATCHED, Better.LOWER),
  /** 重复上报率. */
  REPEAT_RATE(Measure.REPEATED, Measure.RECEIVED, Better.LOWER),
  /** 不实上报率. */
  UNFOUNDED_RATE(Measure.UNFOUNDED, Measure.RECEIVED, Better.LOWER),
  /** 满意率: of those that reporters answered about, those that satisfied (满意 and 基本满意). */
  SATISFACTION(Measure.SATISFIED, Measure.RATED, Better.HIGHER),
  /** 抽查合格率: of those that were drawn by lot and assessed, those that were real and are solved. */
  SAMPLE_PASS_RATE(Measure.PASSED, Measure.INSPECTED, Better.HIGHER),
  /**
   * 平均处置时长: the minutes from the first dispatch to the last report back of what was closed in the
   * period / how many these are. Round the clock, whatever the limit counts by.
   */
  HANDLING_MINUTES(Measure.SETTLED, Measure.SETTLED, Better.LOWER);

  /** Which way is better. */
  public enum Better implements Word {
    HIGHER,
    LOWER,
    NEITHER
  }

  private final Measure numerator;
  private final @Nullable Measure denominator;
  private final Better better;

  Figure(Measure count, Better better) {
    this.numerator = count;
    this.denominator = null;
    this.better = better;
  }

  Figure(Measure numerator, Measure denominator, Better better) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.better = better;
  }

  /** What is above the line; of a mean, what the minutes are of. */
  public Measure numerator() {
    return numerator;
  }

  /** What is below the line; empty of a plain count. */
  public Optional<Measure> denominator() {
    return Optional.ofNullable(denominator);
  }

  public Better better() {
    return better;
  }

  /** Whether it is a mean of minutes instead of a share. */
  public boolean isMean() {
    return this == HANDLING_MINUTES;
  }

  /** Whether it is a share in per cent. */
  public boolean isShare() {
    return denominator != null && !isMean();
  }

  public static Optional<Figure> find(String word) {
    return Word.find(Figure.class, word);
  }
}
