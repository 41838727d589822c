/** Cameras over HTTP and in the database. */
@NullMarked
package org.wangge.server.camera;

import org.jspecify.annotations.NullMarked;
