/** Notes that were spoken instead of written: kept as sound, heard by few. */
@NullMarked
package org.wangge.incident.note;

import org.jspecify.annotations.NullMarked;
