/** Plans over HTTP and in the database. */
@NullMarked
package org.wangge.server.plan;

import org.jspecify.annotations.NullMarked;
