package org.wangge.plan.redraw;

import java.time.Instant;
import org.wangge.grid.AreaKey;

/**
 * That one area took over ground of another.
 *
 * @param old key of the area that ended; its code is never used again
 * @param now key of the area that began
 * @param planId id of the plan that did it
 * @param at when it came into force
 */
public record Lineage(AreaKey old, AreaKey now, long planId, Instant at) {}
