/** Messages that bring a matter to people: who is told, over what, and what became of it. */
@NullMarked
package org.wangge.message;

import org.jspecify.annotations.NullMarked;
