package org.wangge.tiles;

/**
 * The zoom levels at which something is in the tiles, both ends included.
 *
 * @param min first zoom, 0 to {@link TileCoord#MAX_ZOOM}
 * @param max last zoom; the page stretches these tiles when it zooms in further
 */
public record ZoomRange(int min, int max) {

  public ZoomRange {
    if (min < 0 || max > TileCoord.MAX_ZOOM || min > max) {
      throw new IllegalArgumentException("not a range of zooms: " + min + " to " + max);
    }
  }

  public boolean contains(int zoom) {
    return zoom >= min && zoom <= max;
  }
}
