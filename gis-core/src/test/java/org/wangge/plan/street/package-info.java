@NullMarked
package org.wangge.plan.street;

import org.jspecify.annotations.NullMarked;
