/**
 * What drawn faces come to for the areas on record: which begin, change and end, under which codes
 * and names, with how many people, and which came from which.
 */
@NullMarked
package org.wangge.plan.redraw;

import org.jspecify.annotations.NullMarked;
