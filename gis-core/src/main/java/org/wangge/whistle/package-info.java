/** Whistles (三级吹哨): help that is called level by level, until somebody comes. */
@NullMarked
package org.wangge.whistle;

import org.jspecify.annotations.NullMarked;
