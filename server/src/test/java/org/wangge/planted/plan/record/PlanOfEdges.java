package org.wangge.planted.plan.record;

/** A plan, for an edge to know. */
public record PlanOfEdges(int number) {}
