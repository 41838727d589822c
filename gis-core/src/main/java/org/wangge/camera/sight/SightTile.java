package org.wangge.camera.sight;

import java.util.Arrays;
import java.util.BitSet;
import org.wangge.geo.LatticeBox;

/**
 * Sixteen by sixteen cells of ground, each of eight by eight squares: for each cell the cameras
 * that see some of it, with a mask of the squares they see whole and one of those with a border in
 * them. Immutable.
 */
final class SightTile {
  /** Cells are so many bits of a square's number wide. */
  static final int CELL_BITS = 3;

  /** Tiles are so many bits of a coordinate wide: about 700 metres. */
  static final int TILE_BITS = SightCells.SQUARE_BITS + CELL_BITS + 4;

  private static final int ACROSS = 16;
  private static final int CELLS = ACROSS * ACROSS;

  /** Where the entries of each cell begin, and the end of the last. */
  private final int[] starts;

  private final int[] slots;

  /** Masks of squares by turns: those seen whole, those with a border. */
  private final long[] masks;

  private SightTile(int[] starts, int[] slots, long[] masks) {
    this.starts = starts;
    this.slots = slots;
    this.masks = masks;
  }

  /** The tile of a place. */
  static long key(int lon, int lat) {
    return keyOf(lon >> TILE_BITS, lat >> TILE_BITS);
  }

  /** The tiles that a box touches. */
  static long[] keys(LatticeBox box) {
    int west = box.west() >> TILE_BITS;
    int south = box.south() >> TILE_BITS;
    int columns = (box.east() >> TILE_BITS) - west + 1;
    int rows = (box.north() >> TILE_BITS) - south + 1;
    long[] keys = new long[columns * rows];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = keyOf(west + i % columns, south + i / columns);
    }
    return keys;
  }

  private static long keyOf(int x, int y) {
    return ((long) x << 32) | (y & 0xffffffffL);
  }

  /** Cell of a place in its tile. */
  static int cell(int lon, int lat) {
    int bits = SightCells.SQUARE_BITS + CELL_BITS;
    return ((lat >> bits) & (ACROSS - 1)) * ACROSS + ((lon >> bits) & (ACROSS - 1));
  }

  /** Bit of a place's square in the masks of its cell. */
  static long bit(int lon, int lat) {
    int last = (1 << CELL_BITS) - 1;
    int row = (lat >> SightCells.SQUARE_BITS) & last;
    int column = (lon >> SightCells.SQUARE_BITS) & last;
    return 1L << ((row << CELL_BITS) + column);
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return starts[cell + 1];
  }

  /** Number of the camera of an entry. */
  int slot(int entry) {
    return slots[entry];
  }

  /** Squares that the camera of an entry sees whole. */
  long seen(int entry) {
    return masks[2 * entry];
  }

  /** Squares in which it has to be asked. */
  long border(int entry) {
    return masks[2 * entry + 1];
  }

  int entries() {
    return slots.length;
  }

  /** Collects the entries of a tile in any order. Not thread-safe. */
  static final class Builder {
    private int[] cells = new int[64];
    private int[] slots = new int[64];
    private long[] seen = new long[64];
    private long[] border = new long[64];
    private int count;

    /** One camera in one cell. */
    void add(int cell, int slot, long seenMask, long borderMask) {
      if (count == cells.length) {
        int more = count + count / 2;
        cells = Arrays.copyOf(cells, more);
        slots = Arrays.copyOf(slots, more);
        seen = Arrays.copyOf(seen, more);
        border = Arrays.copyOf(border, more);
      }
      cells[count] = cell;
      slots[count] = slot;
      seen[count] = seenMask;
      border[count++] = borderMask;
    }

    /** Adds the entries of a tile but those of some cameras. */
    void addAllBut(SightTile tile, BitSet slots) {
      for (int cell = 0; cell < CELLS; cell++) {
        for (int i = tile.starts[cell]; i < tile.starts[cell + 1]; i++) {
          if (!slots.get(tile.slots[i])) {
            add(cell, tile.slots[i], tile.seen(i), tile.border(i));
          }
        }
      }
    }

    SightTile build() {
      int[] starts = new int[CELLS + 1];
      for (int i = 0; i < count; i++) {
        starts[cells[i] + 1]++;
      }
      for (int cell = 0; cell < CELLS; cell++) {
        starts[cell + 1] += starts[cell];
      }
      int[] next = Arrays.copyOf(starts, CELLS);
      SightTile tile = new SightTile(starts, new int[count], new long[2 * count]);
      for (int i = 0; i < count; i++) {
        int to = next[cells[i]]++;
        tile.slots[to] = slots[i];
        tile.masks[2 * to] = seen[i];
        tile.masks[2 * to + 1] = border[i];
      }
      return tile;
    }
  }
}
