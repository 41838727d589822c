/** Calendars over HTTP and in the database, and the timers that ring. */
@NullMarked
package org.wangge.server.clock;

import org.jspecify.annotations.NullMarked;
