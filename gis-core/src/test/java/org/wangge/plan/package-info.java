/** Tests of plans, and what judges them. */
@NullMarked
package org.wangge.plan;

import org.jspecify.annotations.NullMarked;
