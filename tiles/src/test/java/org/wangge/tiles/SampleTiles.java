package org.wangge.tiles;

import java.util.ArrayList;
import java.util.List;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** The tiles over a box, row after row from the north-west. */
final class SampleTiles {
  private SampleTiles() {}

  static List<TileCoord> over(LatticeBox box, int zoom) {
    TileCoord first = TileCoord.at(zoom, new LatticePoint(box.west(), box.north()));
    TileCoord last = TileCoord.at(zoom, new LatticePoint(box.east(), box.south()));
    List<TileCoord> tiles = new ArrayList<>();
    for (int y = first.y(); y <= last.y(); y++) {
      for (int x = first.x(); x <= last.x(); x++) {
        tiles.add(TileCoord.of(zoom, x, y));
      }
    }
    return tiles;
  }
}
