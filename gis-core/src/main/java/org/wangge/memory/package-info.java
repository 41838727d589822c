/** What is kept in memory for whoever asks again, and no more of it than there is room for. */
@NullMarked
package org.wangge.memory;

import org.jspecify.annotations.NullMarked;
