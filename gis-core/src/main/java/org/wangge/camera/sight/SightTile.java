package org.wangge.camera.sight;

import java.util.Arrays;
import java.util.Set;
import org.wangge.geo.LatticeBox;

/**
 * Sixteen by sixteen cells of ground, each of eight by eight squares: for each cell the cameras
 * that see some of it, with two masks of its squares. A square in the first alone is seen whole;
 * one in the second alone has a border that buildings make; one in both has only borders of lenses,
 * and no building hides any of it. Immutable.
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

  private final Sight[] sights;

  /** The two masks of each entry by turns. */
  private final long[] masks;

  private SightTile(int[] starts, Sight[] sights, long[] masks) {
    this.starts = starts;
    this.sights = sights;
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

  /**
   * Times an odd number: each tile keeps a key of its own, and tables of keys are filled evenly.
   */
  private static long keyOf(int x, int y) {
    return (((long) x << 32) | (y & 0xffffffffL)) * 0x9E3779B97F4A7C15L;
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

  /** The camera of an entry. */
  Sight sight(int entry) {
    return sights[entry];
  }

  /** Squares that no building hides any of. */
  long seen(int entry) {
    return masks[2 * entry];
  }

  /** Squares with a border in them. */
  long border(int entry) {
    return masks[2 * entry + 1];
  }

  int entries() {
    return sights.length;
  }

  /** Collects the entries of a tile in any order. Not thread-safe. */
  static final class Builder {
    private int[] cells;
    private Sight[] sights;
    private long[] masks;
    private int count;

    /** With room for the entries of a tile and some more. */
    Builder(int entries) {
      int room = entries + 64;
      cells = new int[room];
      sights = new Sight[room];
      masks = new long[2 * room];
    }

    /** One camera in one cell. */
    void add(int cell, Sight sight, long seen, long border) {
      if (count == cells.length) {
        int more = count + count / 2;
        cells = Arrays.copyOf(cells, more);
        sights = Arrays.copyOf(sights, more);
        masks = Arrays.copyOf(masks, 2 * more);
      }
      cells[count] = cell;
      sights[count] = sight;
      masks[2 * count] = seen;
      masks[2 * count++ + 1] = border;
    }

    /** Adds the entries of a tile but those of some cameras. */
    void addAllBut(SightTile tile, Set<Sight> gone) {
      for (int cell = 0; cell < CELLS; cell++) {
        for (int i = tile.starts[cell]; i < tile.starts[cell + 1]; i++) {
          if (!gone.contains(tile.sights[i])) {
            add(cell, tile.sights[i], tile.seen(i), tile.border(i));
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
      SightTile tile = new SightTile(starts, new Sight[count], new long[2 * count]);
      for (int i = 0; i < count; i++) {
        int to = next[cells[i]]++;
        tile.sights[to] = sights[i];
        tile.masks[2 * to] = masks[2 * i];
        tile.masks[2 * to + 1] = masks[2 * i + 1];
      }
      return tile;
    }
  }
}
