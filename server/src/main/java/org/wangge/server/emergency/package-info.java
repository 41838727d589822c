/** Emergencies over HTTP and in the database. */
@NullMarked
package org.wangge.server.emergency;

import org.jspecify.annotations.NullMarked;
