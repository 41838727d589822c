/** Two states of the grids of an area side by side. */
@NullMarked
package org.wangge.plan.compare;

import org.jspecify.annotations.NullMarked;
