/**
 * Patrols: who is to walk which grids when, and how what was walked compares with it
 * (docs/decisions/048-patrols.md).
 */
@NullMarked
package org.wangge.patrol.round;

import org.jspecify.annotations.NullMarked;
