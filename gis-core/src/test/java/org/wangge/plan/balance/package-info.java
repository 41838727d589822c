@NullMarked
package org.wangge.plan.balance;

import org.jspecify.annotations.NullMarked;
