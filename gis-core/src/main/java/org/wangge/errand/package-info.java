/** Errands: what residents order, and volunteers do for them. */
@NullMarked
package org.wangge.errand;

import org.jspecify.annotations.NullMarked;
