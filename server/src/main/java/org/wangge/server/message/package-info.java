/** Notifications and messages over HTTP and in the database, and the gateways they go over. */
@NullMarked
package org.wangge.server.message;

import org.jspecify.annotations.NullMarked;
