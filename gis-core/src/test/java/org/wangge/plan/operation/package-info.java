@NullMarked
package org.wangge.plan.operation;

import org.jspecify.annotations.NullMarked;
