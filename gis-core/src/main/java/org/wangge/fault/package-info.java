/** The four ways a rule says no, each with a stable code. */
@NullMarked
package org.wangge.fault;

import org.jspecify.annotations.NullMarked;
