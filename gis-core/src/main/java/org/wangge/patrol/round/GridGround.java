package org.wangge.patrol.round;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * The ground of a grid as patrols are held against it, its border belonging to it. Straight ways on
 * the lattice are cut exactly, in whole numbers of any size. Immutable.
 */
public final class GridGround {
  private final String code;
  private final LatticeShape shape;
  private final LatticeBox box;

  /** Of every edge of every ring: longitude and latitude of its begin and of its end. */
  private final long[] edges;

  /**
   * Lays out a grid.
   *
   * @param code of the grid
   */
  public GridGround(String code, LatticeShape shape) {
    this.code = code;
    this.shape = shape;
    this.box = shape.bounds();
    this.edges = edges(shape);
  }

  private static long[] edges(LatticeShape shape) {
    List<long[]> found = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(shape.scaled())) {
      CoordinateSequence ring = ((LineString) line).getCoordinateSequence();
      for (int i = 1; i < ring.size(); i++) {
        found.add(
            new long[] {
              (long) ring.getX(i - 1),
              (long) ring.getY(i - 1),
              (long) ring.getX(i),
              (long) ring.getY(i)
            });
      }
    }
    return found.stream().flatMapToLong(Arrays::stream).toArray();
  }

  public String code() {
    return code;
  }

  public LatticeShape shape() {
    return shape;
  }

  LatticeBox box() {
    return box;
  }

  /**
   * A part of a straight way.
   *
   * @param from where it begins
   * @param to where it ends; farther, but for a way of no length
   */
  record Part(Fraction from, Fraction to) {}

  /**
   * The parts of a straight way that lie here, in their order; no two of them meet. Where it only
   * touches the border at a point there is none. A way of no length lies here as a whole or not.
   */
  List<Part> partsOf(LatticePoint from, LatticePoint to) {
    LatticeBox way = LatticeBox.of(List.of(from, to));
    if (!box.intersects(way)) {
      return List.of();
    }
    Way cut = new Way(from, to);
    if (from.equals(to)) {
      return cut.isHere(Fraction.BEGIN)
          ? List.of(new Part(Fraction.BEGIN, Fraction.END))
          : List.of();
    }
    List<Part> parts = new ArrayList<>();
    Fraction before = Fraction.BEGIN;
    for (Fraction next : cut.cuts()) {
      if (before.compareTo(next) < 0 && cut.isHere(before.middle(next))) {
        joinOn(parts, new Part(before, next));
      }
      before = next;
    }
    return List.copyOf(parts);
  }

  private static void joinOn(List<Part> parts, Part next) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).to().isAt(next.from())) {
      parts.set(last, new Part(parts.get(last).from(), next.to()));
    } else {
      parts.add(next);
    }
  }

  /** Whether a point lies here, or on the border. */
  boolean holds(LatticePoint point) {
    return box.contains(point) && new Way(point, point).isHere(Fraction.BEGIN);
  }

  /** A straight way, from whose begin all is measured. */
  private final class Way {
    private final long x;
    private final long y;
    private final long dx;
    private final long dy;

    Way(LatticePoint from, LatticePoint to) {
      x = from.lon();
      y = from.lat();
      dx = (long) to.lon() - from.lon();
      dy = (long) to.lat() - from.lat();
    }

    /** Where it meets edges, and its end, in their order. */
    SortedSet<Fraction> cuts() {
      SortedSet<Fraction> cuts = new TreeSet<>(List.of(Fraction.BEGIN, Fraction.END));
      for (int i = 0; i < edges.length; i += 4) {
        cut(cuts, edges[i] - x, edges[i + 1] - y, edges[i + 2] - x, edges[i + 3] - y);
      }
      cuts.removeIf(one -> !one.isOnTheWay());
      return cuts;
    }

    private void cut(SortedSet<Fraction> cuts, long ax, long ay, long bx, long by) {
      if (isBeside(ax, bx, dx) || isBeside(ay, by, dy)) {
        return;
      }
      long sideOfA = dx * ay - dy * ax;
      long sideOfB = dx * by - dy * bx;
      if (sideOfA == 0 && sideOfB == 0) {
        cuts.add(Fraction.of(ax * dx + ay * dy, dx * dx + dy * dy));
        cuts.add(Fraction.of(bx * dx + by * dy, dx * dx + dy * dy));
      } else if (Long.signum(sideOfA) != Long.signum(sideOfB)) {
        long ex = bx - ax;
        long ey = by - ay;
        cuts.add(Fraction.of(ax * ey - ay * ex, dx * ey - dy * ex));
      }
    }

    /** Whether both ends of an edge lie beyond the same end of the way, along one axis. */
    private boolean isBeside(long a, long b, long length) {
      long low = Math.min(0, length);
      long high = Math.max(0, length);
      return (a < low && b < low) || (a > high && b > high);
    }

    /**
     * Whether its place at a fraction lies here: edges that a ray to the east meets are counted.
     */
    boolean isHere(Fraction at) {
      BigInteger w = at.whole();
      BigInteger px = BigInteger.valueOf(dx).multiply(at.part());
      BigInteger py = BigInteger.valueOf(dy).multiply(at.part());
      boolean inside = false;
      for (int i = 0; i < edges.length; i += 4) {
        if (isBeside(edges[i + 1] - y, edges[i + 3] - y, dy)) {
          continue;
        }
        BigInteger ax = w.multiply(BigInteger.valueOf(edges[i] - x)).subtract(px);
        BigInteger ay = w.multiply(BigInteger.valueOf(edges[i + 1] - y)).subtract(py);
        BigInteger bx = w.multiply(BigInteger.valueOf(edges[i + 2] - x)).subtract(px);
        BigInteger by = w.multiply(BigInteger.valueOf(edges[i + 3] - y)).subtract(py);
        int side = ax.multiply(by).subtract(ay.multiply(bx)).signum();
        if (side == 0 && ax.signum() * bx.signum() <= 0 && ay.signum() * by.signum() <= 0) {
          return true;
        }
        if (ay.signum() > 0 != by.signum() > 0) {
          inside ^= side > 0 == by.signum() > 0;
        }
      }
      return inside;
    }
  }
}
