/** Visits: who goes to which door how often, what came of it, and what is due. */
@NullMarked
package org.wangge.visit;

import org.jspecify.annotations.NullMarked;
