@NullMarked
package org.wangge.plan.together;

import org.jspecify.annotations.NullMarked;
