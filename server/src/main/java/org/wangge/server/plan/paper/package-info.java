/** Plans and grids on paper. */
@NullMarked
package org.wangge.server.plan.paper;

import org.jspecify.annotations.NullMarked;
