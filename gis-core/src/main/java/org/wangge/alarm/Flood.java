package org.wangge.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which more rings than anybody can look at one by one.
 *
 * @param since when it began
 * @param endedOrNull when it was over; null while nothing has rung since
 */
public record Flood(Instant since, @Nullable Instant endedOrNull) {}
