/** Alarms: kept, rung for what happens, and served over HTTP. */
@NullMarked
package org.wangge.server.alarm;

import org.jspecify.annotations.NullMarked;
