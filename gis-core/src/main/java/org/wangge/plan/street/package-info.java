/** Streets as a network that borders may follow: shortest ways along them, within a face or not. */
@NullMarked
package org.wangge.plan.street;

import org.jspecify.annotations.NullMarked;
