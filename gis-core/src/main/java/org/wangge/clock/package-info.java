/**
 * How long things may take: calendars of working time, limits, clocks that run, pause and end, and
 * the timers that ring when they do. Knows nothing of what the clocks are for.
 */
@NullMarked
package org.wangge.clock;

import org.jspecify.annotations.NullMarked;
