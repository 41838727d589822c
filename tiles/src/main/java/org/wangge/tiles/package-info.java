/**
 * Vector tiles: {@link org.wangge.tiles.TileSource} (what there is) → {@link
 * org.wangge.tiles.TileLayer} (what of it a tile shows) → {@link org.wangge.tiles.TileGeometry} (in
 * the pixels of the tile) → {@link org.wangge.tiles.VectorTileEncoder} (as bytes) → {@link
 * org.wangge.tiles.TileCache}.
 */
@NullMarked
package org.wangge.tiles;

import org.jspecify.annotations.NullMarked;
