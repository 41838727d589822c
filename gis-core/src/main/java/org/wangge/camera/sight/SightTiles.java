package org.wangge.camera.sight;

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

  /** The same with a tile put in the place of the one before; an empty one stays as a name. */
  SightTiles with(long key, SightTile tile) {
    boolean isNew = find(key) == null;
    int room = isNew && (count + 1) * 2 > keys.length ? keys.length * 2 : keys.length;
    long[] newKeys = room == keys.length ? keys.clone() : new long[room];
    @Nullable SightTile[] newTiles = room == keys.length ? tiles.clone() : new SightTile[room];
    if (room != keys.length) {
      for (int i = 0; i < keys.length; i++) {
        if (tiles[i] != null) {
          int to = place(newKeys, newTiles, keys[i]);
          newKeys[to] = keys[i];
          newTiles[to] = tiles[i];
        }
      }
    }
    int to = place(newKeys, newTiles, key);
    newKeys[to] = key;
    newTiles[to] = tile;
    return new SightTiles(newKeys, newTiles, isNew ? count + 1 : count);
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
    // Fibonacci hashing: both halves of the key reach the upper bits.
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
    while (tiles[at] != null && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }
}
