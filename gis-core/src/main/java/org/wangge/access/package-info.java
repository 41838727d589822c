/** Who asks, as what, for where and why: carried by every rule, query and store read. */
@NullMarked
package org.wangge.access;

import org.jspecify.annotations.NullMarked;
