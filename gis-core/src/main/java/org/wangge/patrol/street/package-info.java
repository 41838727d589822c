/** Tracks held against the streets they probably went along. */
@NullMarked
package org.wangge.patrol.street;

import org.jspecify.annotations.NullMarked;
