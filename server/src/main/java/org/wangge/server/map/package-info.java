/** What map clients read: vector tiles, TileJSON, styles. */
@NullMarked
package org.wangge.server.map;

import org.jspecify.annotations.NullMarked;
