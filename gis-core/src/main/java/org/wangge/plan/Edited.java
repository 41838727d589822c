package org.wangge.plan;

/**
 * A plan after an edit.
 *
 * @param plan with all that is drawn in it
 * @param drawn what the edit made
 */
public record Edited(DrawnPlan plan, Drawn drawn) {}
