package org.wangge.camera.sight;

import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * In which directions from the foot of a camera buildings stand, in 256ths of a turn: what stands
 * in others cannot hide a place. Directions are counted against the clock from the east along the
 * sides of a diamond, so that they are exact in whole numbers and no angle is computed.
 */
final class Directions {
  private static final int A_QUARTER = 64;
  private static final int LAST = 4 * A_QUARTER - 1;

  private Directions() {}

  /** The direction of a place from the foot, 0 to 255; at the foot itself 0. */
  static int of(long east, long north) {
    if (east > 0 && north >= 0) {
      return share(north, east);
    }
    if (east <= 0 && north > 0) {
      return A_QUARTER + share(-east, north);
    }
    if (east < 0) {
      return 2 * A_QUARTER + share(-north, -east);
    }
    return north < 0 ? 3 * A_QUARTER + share(east, -north) : 0;
  }

  private static int share(long gone, long left) {
    return (int) (A_QUARTER * gone / (gone + left));
  }

  /** By turns the first and the last direction of each building, by the box around it. */
  static byte[] of(Blocker[] buildings, int lon, int lat) {
    byte[] spans = new byte[2 * buildings.length];
    for (int i = 0; i < buildings.length; i++) {
      enter(buildings[i].box(), lon, lat, spans, 2 * i);
    }
    return spans;
  }

  private static void enter(LatticeBox box, int lon, int lat, byte[] spans, int at) {
    if (box.contains(new LatticePoint(lon, lat))) {
      spans[at + 1] = (byte) LAST;
      return;
    }
    // From outside, a box is less than half a turn wide.
    long firstX = (long) box.west() - lon;
    long firstY = (long) box.south() - lat;
    long lastX = firstX;
    long lastY = firstY;
    for (int corner = 1; corner < 4; corner++) {
      long x = (long) ((corner & 1) == 0 ? box.west() : box.east()) - lon;
      long y = (long) ((corner & 2) == 0 ? box.south() : box.north()) - lat;
      if (firstX * y < firstY * x) {
        firstX = x;
        firstY = y;
      }
      if (lastX * y > lastY * x) {
        lastX = x;
        lastY = y;
      }
    }
    spans[at] = (byte) of(firstX, firstY);
    spans[at + 1] = (byte) of(lastX, lastY);
  }

  /** Whether a building may stand in a direction. */
  static boolean meet(byte[] spans, int building, int direction) {
    int first = spans[2 * building];
    int width = (spans[2 * building + 1] - first) & LAST;
    return ((direction - first) & LAST) <= width;
  }
}
