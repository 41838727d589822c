/** Footage over HTTP and in the database: who looked at which of it and why. */
@NullMarked
package org.wangge.server.footage;

import org.jspecify.annotations.NullMarked;
