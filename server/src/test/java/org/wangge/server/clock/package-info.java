/** Tests of calendars and timers in the server. */
@NullMarked
package org.wangge.server.clock;

import org.jspecify.annotations.NullMarked;
