package org.wangge.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A span that a clock counted, [from, to).
 *
 * @param from first instant
 * @param to first instant after it
 * @param time what was counted of it: its length, except that calendar days count an hour that the
 *     clock on the wall skips
 */
public record Counted(Instant from, Instant to, Duration time) {}
