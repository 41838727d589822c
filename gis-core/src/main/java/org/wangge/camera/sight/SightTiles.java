package org.wangge.camera.sight;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of a city by their keys: an open table that is not changed once it is handed out.
 * Reading allocates nothing.
 */
final class SightTiles {
  private final long[] keys;
  private final @Nullable SightTile[] tiles;
  private final int count;

  private SightTiles(long[] keys, @Nullable SightTile[] tiles, int count) {
    this.keys = keys;
    this.tiles = tiles;
    this.count = count;
  }

  static SightTiles empty() {
    return new SightTiles(new long[16], new SightTile[16], 0);
  }

  @Nullable SightTile find(long key) {
    return tiles[place(keys, tiles, key)];
  }

  /** The same with some tiles put in the places of those before. */
  SightTiles with(Map<Long, SightTile> renewed) {
    int most = count + renewed.size();
    int room = Math.max(keys.length, Integer.highestOneBit(most * 2) * 2);
    long[] newKeys = room == keys.length ? keys.clone() : new long[room];
    @Nullable SightTile[] newTiles = room == keys.length ? tiles.clone() : new SightTile[room];
    for (int i = 0; room != keys.length && i < keys.length; i++) {
      if (tiles[i] != null) {
        int to = place(newKeys, newTiles, keys[i]);
        newKeys[to] = keys[i];
        newTiles[to] = tiles[i];
      }
    }
    int added = 0;
    for (Map.Entry<Long, SightTile> one : renewed.entrySet()) {
      int to = place(newKeys, newTiles, one.getKey());
      added += newTiles[to] == null ? 1 : 0;
      newKeys[to] = one.getKey();
      newTiles[to] = one.getValue();
    }
    return new SightTiles(newKeys, newTiles, count + added);
  }

  /** How many entries all tiles have. */
  long entries() {
    long sum = 0;
    for (SightTile tile : tiles) {
      sum += tile == null ? 0 : tile.entries();
    }
    return sum;
  }

  private static int place(long[] keys, @Nullable SightTile[] tiles, long key) {
    int at = (int) (key >>> 32) & (keys.length - 1);
    while (tiles[at] != null && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }
}
