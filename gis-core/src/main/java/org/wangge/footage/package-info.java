/**
 * What cameras have recorded: which stretches of time there are, who may look at them and why, and
 * how far a camera's own clock is off.
 */
@NullMarked
package org.wangge.footage;

import org.jspecify.annotations.NullMarked;
