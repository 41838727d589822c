@NullMarked
package org.wangge.plan.record;

import org.jspecify.annotations.NullMarked;
