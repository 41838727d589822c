/** Areas over HTTP and in the database: the pattern that the other features copy. */
@NullMarked
package org.wangge.server.grid;

import org.jspecify.annotations.NullMarked;
