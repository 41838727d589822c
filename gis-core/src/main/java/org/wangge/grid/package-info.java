/** Areas of every level, overlay partitions, and the look-up of a point's grid. */
@NullMarked
package org.wangge.grid;

import org.jspecify.annotations.NullMarked;
