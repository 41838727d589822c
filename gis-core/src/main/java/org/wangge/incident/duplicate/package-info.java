/** Reports that speak of the same: which are likely, and how they become one. */
@NullMarked
package org.wangge.incident.duplicate;

import org.jspecify.annotations.NullMarked;
