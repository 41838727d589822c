package org.wangge.tiles;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * Names a tile of the web Mercator pyramid, in the XYZ manner: y counts from the north.
 *
 * @param z zoom, 0 to {@link #MAX_ZOOM}
 * @param x column from the west, 0 to 2^z − 1
 * @param y row from the north, 0 to 2^z − 1
 */
public record TileCoord(int z, int x, int y) {
  /** The deepest zoom: a tile is 10 m wide there, finer than the lattice can fill. */
  public static final int MAX_ZOOM = 22;

  /** Pixels along a side of a tile, in the sense of the vector tile specification. */
  public static final int EXTENT = 4096;

  public TileCoord {
    if (!exists(z, x, y)) {
      throw new IllegalArgumentException("no such tile: " + z + "/" + x + "/" + y);
    }
  }

  public static TileCoord of(int z, int x, int y) {
    return new TileCoord(z, x, y);
  }

  /** The tile of these numbers, or nothing where the pyramid has none. */
  public static Optional<TileCoord> find(int z, int x, int y) {
    return exists(z, x, y) ? Optional.of(new TileCoord(z, x, y)) : Optional.empty();
  }

  private static boolean exists(int z, int x, int y) {
    return z >= 0 && z <= MAX_ZOOM && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
  }

  /** The tile of a zoom that holds a point; a tile holds its west and north edge. */
  public static TileCoord at(int zoom, LatticePoint point) {
    int last = (1 << zoom) - 1;
    double tiles = 1 << zoom;
    return new TileCoord(
        zoom,
        Math.min(last, (int) (WebMercator.x(point.lon()) * tiles)),
        Math.min(last, (int) (WebMercator.y(point.lat()) * tiles)));
  }

  /** The tile above, or nothing for the one tile of zoom 0. */
  public Optional<TileCoord> parent() {
    return z == 0 ? Optional.empty() : Optional.of(new TileCoord(z - 1, x >> 1, y >> 1));
  }

  /** The ground it covers, rounded outwards to the lattice. */
  public LatticeBox bounds() {
    return bufferedBounds(0);
  }

  /**
   * The ground it covers and some around it, rounded outwards to the lattice and cut at the edge of
   * the world.
   *
   * @param bufferPixels how much more on each side, in {@link #EXTENT} pixels
   */
  public LatticeBox bufferedBounds(int bufferPixels) {
    double tiles = 1 << z;
    double buffer = bufferPixels / (double) EXTENT;
    double west = Math.max(0, (x - buffer) / tiles);
    double east = Math.min(1, (x + 1 + buffer) / tiles);
    double north = Math.max(0, (y - buffer) / tiles);
    double south = Math.min(1, (y + 1 + buffer) / tiles);
    return new LatticeBox(
        (int) Math.floor(WebMercator.lonUnits(west)),
        (int) Math.floor(WebMercator.latUnits(south)),
        (int) Math.ceil(WebMercator.lonUnits(east)),
        (int) Math.ceil(WebMercator.latUnits(north)));
  }

  /** The ground it covers in metres of EPSG:3857, x east and y north. */
  public Envelope mercatorBounds() {
    double size = 2 * WebMercator.HALF_WORLD_METERS / (1 << z);
    double west = x * size - WebMercator.HALF_WORLD_METERS;
    double north = WebMercator.HALF_WORLD_METERS - y * size;
    return new Envelope(west, west + size, north - size, north);
  }

  /** {@code z/x/y}, as in a URL. */
  @Override
  public String toString() {
    return z + "/" + x + "/" + y;
  }
}
