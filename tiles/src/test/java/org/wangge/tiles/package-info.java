/** Tests of the vector tiles, with a reader of tiles of their own. */
@NullMarked
package org.wangge.tiles;

import org.jspecify.annotations.NullMarked;
