/** Incidents over HTTP and in the database. */
@NullMarked
package org.wangge.server.incident;

import org.jspecify.annotations.NullMarked;
