/** What each grid of a plan holds, how it stands against the rules of size, and how to mend it. */
@NullMarked
package org.wangge.plan.balance;

import org.jspecify.annotations.NullMarked;
