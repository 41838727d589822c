/** Tests of patrols. */
@NullMarked
package org.wangge.patrol.round;

import org.jspecify.annotations.NullMarked;
