/** Notes that were spoken: their bytes looked at, kept, given to who may hear them. */
@NullMarked
package org.wangge.server.incident.note;

import org.jspecify.annotations.NullMarked;
