package org.wangge.plan.drawing;

/**
 * A plan after somebody drew in it or went back.
 *
 * @param plan with all that is drawn in it
 * @param difference from what they saw
 */
public record PlanChange(DrawnPlan plan, PlanDifference difference) {}
