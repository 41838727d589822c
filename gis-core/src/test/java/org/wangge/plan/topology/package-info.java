@NullMarked
package org.wangge.plan.topology;

import org.jspecify.annotations.NullMarked;
