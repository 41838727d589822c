/** Alarms: what the desk has to look at, in three priorities, and never more of it than it can. */
@NullMarked
package org.wangge.alarm;

import org.jspecify.annotations.NullMarked;
