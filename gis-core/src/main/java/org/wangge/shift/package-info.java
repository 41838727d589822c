/** Who is on duty where, what they wrote down, and what they handed over. */
@NullMarked
package org.wangge.shift;

import org.jspecify.annotations.NullMarked;
