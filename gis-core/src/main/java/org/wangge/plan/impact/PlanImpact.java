package org.wangge.plan.impact;

import org.wangge.plan.record.Plan;

/**
 * What a plan would change, or has changed.
 *
 * @param plan which
 * @param impact as far as the caller may see it
 */
public record PlanImpact(Plan plan, Impact impact) {}
