package org.wangge.tiles;

import java.util.List;
import java.util.Map;
import org.wangge.geo.LatticeBox;

/** One named layer of a tile. Implementations are immutable and safe for use by many threads. */
public interface TileLayer {

  /** In the tile, in TileJSON and in styles; in kebab case. */
  String name();

  /** The zooms whose tiles have it. */
  ZoomRange zooms();

  /**
   * Its attributes: name to {@code String}, {@code Number} or {@code Boolean}, as TileJSON says.
   */
  Map<String, String> fields();

  /** How finely its geometry is drawn. */
  Detail detail();

  /**
   * The features that may touch a box, in an order that depends only on the data, with the geometry
   * meant for that zoom.
   *
   * @param zoom one of {@link #zooms()}
   * @param box closed, in lattice units
   */
  List<TileFeature> features(int zoom, LatticeBox box);

  /**
   * How finely a layer is drawn, in pixels of {@link TileCoord#EXTENT}: 8 are one pixel of a screen
   * that shows a tile 512 wide.
   *
   * @param lineTolerance lines may be simplified by so much; 0 keeps every vertex
   * @param minArea polygons with less are left out, in square pixels
   */
  record Detail(double lineTolerance, double minArea) {
    /** Every vertex, and every polygon that has any pixel at all. */
    public static final Detail FULL = new Detail(0, 0);
  }
}
