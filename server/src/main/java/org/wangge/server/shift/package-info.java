/** Rosters, shifts and handovers over HTTP and in the database. */
@NullMarked
package org.wangge.server.shift;

import org.jspecify.annotations.NullMarked;
