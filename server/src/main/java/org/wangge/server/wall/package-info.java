/** The wall over HTTP and in the database. */
@NullMarked
package org.wangge.server.wall;

import org.jspecify.annotations.NullMarked;
