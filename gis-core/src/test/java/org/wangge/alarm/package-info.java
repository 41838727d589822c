/** Tests of alarms. */
@NullMarked
package org.wangge.alarm;

import org.jspecify.annotations.NullMarked;
