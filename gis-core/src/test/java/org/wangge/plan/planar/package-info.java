@NullMarked
package org.wangge.plan.planar;

import org.jspecify.annotations.NullMarked;
