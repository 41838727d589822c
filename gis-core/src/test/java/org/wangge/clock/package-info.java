/** Tests of the clocks. */
@NullMarked
package org.wangge.clock;

import org.jspecify.annotations.NullMarked;
