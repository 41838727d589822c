/** Campaigns over HTTP and in the database. */
@NullMarked
package org.wangge.server.campaign;

import org.jspecify.annotations.NullMarked;
