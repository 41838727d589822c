/** What changes hands when grids are redrawn, told before it happens. */
@NullMarked
package org.wangge.plan.impact;

import org.jspecify.annotations.NullMarked;
