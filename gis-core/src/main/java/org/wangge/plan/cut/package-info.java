/**
 * Draws new borders through a region and settles whose each piece is: what the operations that
 * divide ground have in common.
 */
@NullMarked
package org.wangge.plan.cut;

import org.jspecify.annotations.NullMarked;
