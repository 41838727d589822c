/** Visits over HTTP and in the database. */
@NullMarked
package org.wangge.server.visit;

import org.jspecify.annotations.NullMarked;
