/** Tracks matched to streets by GraphHopper, and told over HTTP. */
@NullMarked
package org.wangge.server.patrol.street;

import org.jspecify.annotations.NullMarked;
