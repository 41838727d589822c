package org.wangge.tiles;

import org.locationtech.jts.geom.Coordinate;

/** Rounding to pixels, the same for the same position, and what falls together by it. */
final class PixelRing {
  private PixelRing() {}

  /** The vertices of a line in whole pixels, none twice in a row. */
  static Coordinate[] roundLine(Coordinate[] line) {
    Coordinate[] kept = new Coordinate[line.length];
    int count = 0;
    for (Coordinate vertex : line) {
      Coordinate pixel = round(vertex);
      if (count == 0 || !kept[count - 1].equals2D(pixel)) {
        kept[count++] = pixel;
      }
    }
    return firstOf(kept, count);
  }

  /**
   * The vertices of a closed ring in whole pixels: none twice in a row, no spike that goes out and
   * back the same way. Empty where less than a triangle is left.
   */
  static Coordinate[] roundRing(Coordinate[] ring) {
    Coordinate[] kept = new Coordinate[ring.length];
    int count = 0;
    for (int i = 0; i < ring.length - 1; i++) {
      count = push(kept, count, round(ring[i]));
    }
    int start = 0;
    while (count - start > 2) {
      if (kept[start].equals2D(kept[count - 1])) {
        count--;
      } else if (kept[start].equals2D(kept[count - 2])) {
        count -= 2;
      } else if (kept[start + 1].equals2D(kept[count - 1])) {
        start++;
        count--;
      } else {
        return closed(kept, start, count);
      }
    }
    return new Coordinate[0];
  }

  /** Adds a vertex unless it stays in place; one that goes back takes the spike's tip away. */
  private static int push(Coordinate[] kept, int count, Coordinate pixel) {
    if (count > 0 && kept[count - 1].equals2D(pixel)) {
      return count;
    }
    if (count > 1 && kept[count - 2].equals2D(pixel)) {
      return count - 1;
    }
    kept[count] = pixel;
    return count + 1;
  }

  private static Coordinate[] closed(Coordinate[] kept, int start, int end) {
    Coordinate[] ring = new Coordinate[end - start + 1];
    System.arraycopy(kept, start, ring, 0, end - start);
    ring[end - start] = kept[start];
    return ring;
  }

  private static Coordinate[] firstOf(Coordinate[] kept, int count) {
    Coordinate[] line = new Coordinate[count];
    System.arraycopy(kept, 0, line, 0, count);
    return line;
  }

  /** Halves go up on both sides of zero, so that a tile's corner does not change how they go. */
  static Coordinate round(Coordinate position) {
    return new Coordinate(Math.floor(position.x + 0.5), Math.floor(position.y + 0.5));
  }
}
