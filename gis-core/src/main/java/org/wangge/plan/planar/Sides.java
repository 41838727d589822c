package org.wangge.plan.planar;

import org.wangge.geo.LatticePoint;

/** On which side, exactly: 64-bit arithmetic on whole lattice numbers, see {@code Lattice}. */
public final class Sides {
  private Sides() {}

  /** Positive where c lies left of the line from a to b, negative where right, 0 where on it. */
  public static int of(LatticePoint a, LatticePoint b, LatticePoint c) {
    long left = ((long) b.lon() - a.lon()) * ((long) c.lat() - a.lat());
    long right = ((long) b.lat() - a.lat()) * ((long) c.lon() - a.lon());
    return Long.compare(left, right);
  }

  /** Whether c, known to be on the line through a and b, is within the box of the two. */
  private static boolean within(LatticePoint a, LatticePoint b, LatticePoint c) {
    return c.lon() >= Math.min(a.lon(), b.lon())
        && c.lon() <= Math.max(a.lon(), b.lon())
        && c.lat() >= Math.min(a.lat(), b.lat())
        && c.lat() <= Math.max(a.lat(), b.lat());
  }

  /** Whether a point lies on a segment, ends included. */
  public static boolean on(LatticePoint a, LatticePoint b, LatticePoint c) {
    return of(a, b, c) == 0 && within(a, b, c);
  }

  /** Whether two segments cross at a place that is inside both of them. */
  public static boolean cross(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d) {
    return of(a, b, c) * of(a, b, d) < 0 && of(c, d, a) * of(c, d, b) < 0;
  }

  /** Whether two segments share any place other than an end that both have. */
  public static boolean meet(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d) {
    if (cross(a, b, c, d)) {
      return true;
    }
    return touches(a, b, c)
        || touches(a, b, d)
        || touches(c, d, a)
        || touches(c, d, b)
        || same(a, b, c, d);
  }

  /** Whether an end of one segment lies on the other without being an end of it. */
  private static boolean touches(LatticePoint a, LatticePoint b, LatticePoint end) {
    return !end.equals(a) && !end.equals(b) && on(a, b, end);
  }

  private static boolean same(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d) {
    return (a.equals(c) && b.equals(d)) || (a.equals(d) && b.equals(c));
  }

  /** Whether a point lies in a triangle, its border included. */
  public static boolean inTriangle(
      LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint point) {
    int ab = of(a, b, point);
    int bc = of(b, c, point);
    int ca = of(c, a, point);
    boolean left = ab > 0 || bc > 0 || ca > 0;
    boolean right = ab < 0 || bc < 0 || ca < 0;
    if (left && right) {
      return false;
    }
    // A flat triangle has all points of its line on no side: there the box decides.
    return of(a, b, c) != 0 || on(a, b, point) || on(b, c, point) || on(c, a, point);
  }
}
