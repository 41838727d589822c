/** Patrols over HTTP, and how they are kept and compared. */
@NullMarked
package org.wangge.server.patrol.round;

import org.jspecify.annotations.NullMarked;
