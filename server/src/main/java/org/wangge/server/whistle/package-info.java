/** Whistles over HTTP and in the database. */
@NullMarked
package org.wangge.server.whistle;

import org.jspecify.annotations.NullMarked;
