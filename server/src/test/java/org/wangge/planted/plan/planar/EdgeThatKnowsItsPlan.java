package org.wangge.planted.plan.planar;

import org.wangge.planted.plan.record.PlanOfEdges;

/** The lowest room of {@code plan}, looking up. */
record EdgeThatKnowsItsPlan(PlanOfEdges plan) {}
