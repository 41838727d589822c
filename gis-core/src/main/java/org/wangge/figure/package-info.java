/** Honest figures: what is counted of incidents, and the shares made of that. */
@NullMarked
package org.wangge.figure;

import org.jspecify.annotations.NullMarked;
