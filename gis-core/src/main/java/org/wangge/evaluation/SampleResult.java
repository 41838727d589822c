package org.wangge.evaluation;

import org.wangge.word.Word;

/** What comes of a sample: each with its numerator and its denominator. */
public enum SampleResult implements Word {
  /** 进度: how many of the drawn have been assessed. */
  PROGRESS(SampleCount.ASSESSED, SampleCount.DRAWN),
  /** 抽查合格率. */
  PASS_RATE(SampleCount.PASSED, SampleCount.ASSESSED),
  /** 属实率. */
  REAL_RATE(SampleCount.REAL, SampleCount.ASSESSED),
  /** 解决率. */
  SOLVED_RATE(SampleCount.SOLVED, SampleCount.ASSESSED),
  /** 按时率. */
  IN_TIME_RATE(SampleCount.IN_TIME, SampleCount.ASSESSED),
  /** 回访满意率: of those who were spoken to. */
  CALLBACK_SATISFACTION(SampleCount.SATISFIED, SampleCount.REACHED);

  private final SampleCount numerator;
  private final SampleCount denominator;

  SampleResult(SampleCount numerator, SampleCount denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  public SampleCount numerator() {
    return numerator;
  }

  public SampleCount denominator() {
    return denominator;
  }
}
