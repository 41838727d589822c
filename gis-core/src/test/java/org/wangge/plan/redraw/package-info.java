@NullMarked
package org.wangge.plan.redraw;

import org.jspecify.annotations.NullMarked;
