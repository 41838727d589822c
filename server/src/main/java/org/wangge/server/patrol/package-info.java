/** Tracks over HTTP and in the database. */
@NullMarked
package org.wangge.server.patrol;

import org.jspecify.annotations.NullMarked;
