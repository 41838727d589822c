/** Errands over HTTP and in the database. */
@NullMarked
package org.wangge.server.errand;

import org.jspecify.annotations.NullMarked;
