package org.wangge.plan.balance;

import org.wangge.grid.SizeRule;

/**
 * What a rule of size says of a grid.
 *
 * @param rule the one that judged
 * @param counted what it counted there
 */
public record Judgement(SizeRule rule, int counted) {

  public SizeRule.Verdict verdict() {
    return rule.judge(counted);
  }

  /** How much there is too much (positive) or missing (negative); 0 within the rule. */
  public int deviation() {
    return rule.deviation(counted);
  }
}
