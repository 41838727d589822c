package org.wangge.grid;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/**
 * A shape laid out for being asked about points. Its edges, of all rings alike, are sorted into
 * bands of latitude, so that only those near a point's row are looked at: a handful, however long
 * the outline. Immutable.
 */
final class Outline {
  /**
   * Edges that cross bands are listed in each; this many entries an edge are allowed on average.
   */
  private static final int ENTRIES_AN_EDGE = 4;

  private final LatticeShape shape;
  private final LatticeBox bounds;

  /** Longitude and latitude of every vertex, ring after ring, each ring ending where it began. */
  private final int[] vertices;

  /** Latitudes above the south of the box, shifted by this, count bands. */
  private final int shift;

  /** Where the entries of each band start, and one more for the end. */
  private final int[] bandStarts;

  /** Entries: where in {@link #vertices} an edge begins. */
  private final int[] edges;

  /**
   * @throws IllegalArgumentException when the shape is wider than {@link
   *     Lattice#MAX_EXTENT_DEGREES}, because sidedness would no longer be exact
   */
  Outline(LatticeShape shape) {
    this.shape = shape;
    bounds = shape.bounds();
    long most = (long) Lattice.MAX_EXTENT_DEGREES * Lattice.UNITS_PER_DEGREE;
    if ((long) bounds.east() - bounds.west() > most
        || (long) bounds.north() - bounds.south() > most) {
      throw new IllegalArgumentException("wider than an outline may be: " + bounds);
    }
    vertices = new int[2 * shape.vertexCount()];
    int[] begins = takeEdges();
    shift = shiftFor(begins);
    bandStarts = new int[band(bounds.north()) + 2];
    edges = new int[sortIntoBands(begins)];
    fillBands(begins);
  }

  /** Copies the vertices; gives where each edge begins. */
  private int[] takeEdges() {
    int end = 0;
    int edge = 0;
    int[] begins = new int[shape.vertexCount()];
    for (Object line : LinearComponentExtracter.getLines(shape.scaled())) {
      CoordinateSequence ring = ((LineString) line).getCoordinateSequence();
      for (int i = 0; i < ring.size(); i++) {
        if (i + 1 < ring.size()) {
          begins[edge++] = end;
        }
        vertices[end++] = (int) ring.getX(i);
        vertices[end++] = (int) ring.getY(i);
      }
    }
    return Arrays.copyOf(begins, edge);
  }

  /** The finest bands that need no more entries than allowed. */
  private int shiftFor(int[] begins) {
    int finest = 0;
    while ((bounds.north() - bounds.south()) >> finest > begins.length / 2) {
      finest++;
    }
    while (entries(begins, finest) > (long) ENTRIES_AN_EDGE * begins.length) {
      finest++;
    }
    return finest;
  }

  private long entries(int[] begins, int bandShift) {
    long entries = 0;
    for (int edge : begins) {
      entries += 1 + ((high(edge) - bounds.south()) >> bandShift);
      entries -= (low(edge) - bounds.south()) >> bandShift;
    }
    return entries;
  }

  private int low(int edge) {
    return Math.min(vertices[edge + 1], vertices[edge + 3]);
  }

  private int high(int edge) {
    return Math.max(vertices[edge + 1], vertices[edge + 3]);
  }

  private int band(int lat) {
    return (lat - bounds.south()) >> shift;
  }

  /** Counts the entries of each band into {@link #bandStarts}; gives how many there are in all. */
  private int sortIntoBands(int[] begins) {
    for (int edge : begins) {
      for (int band = band(low(edge)); band <= band(high(edge)); band++) {
        bandStarts[band + 1]++;
      }
    }
    for (int band = 1; band < bandStarts.length; band++) {
      bandStarts[band] += bandStarts[band - 1];
    }
    return bandStarts[bandStarts.length - 1];
  }

  private void fillBands(int[] begins) {
    int[] next = bandStarts.clone();
    for (int edge : begins) {
      for (int band = band(low(edge)); band <= band(high(edge)); band++) {
        edges[next[band]++] = edge;
      }
    }
  }

  LatticeShape shape() {
    return shape;
  }

  LatticeBox bounds() {
    return bounds;
  }

  /**
   * Whether no edge comes near a box, so that all of it is inside or all of it outside. Says no
   * also for an edge that passes by a corner closely.
   */
  boolean isClearOf(LatticeBox box) {
    int south = Math.max(box.south(), bounds.south());
    int north = Math.min(box.north(), bounds.north());
    if (south > north) {
      return true;
    }
    for (int i = bandStarts[band(south)]; i < bandStarts[band(north) + 1]; i++) {
      int edge = edges[i];
      int lon1 = vertices[edge];
      int lon2 = vertices[edge + 2];
      boolean apart =
          Math.max(lon1, lon2) < box.west()
              || Math.min(lon1, lon2) > box.east()
              || high(edge) < box.south()
              || low(edge) > box.north();
      if (!apart) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a point of the box is inside or on the border, exactly. Counts the edges that a ray to
   * the east meets, over all rings at once: a hole takes away what its shell gave.
   */
  boolean holds(int lon, int lat) {
    boolean inside = false;
    int band = band(lat);
    int end = bandStarts[band + 1];
    for (int i = bandStarts[band]; i < end; i++) {
      int edge = edges[i];
      int lat1 = vertices[edge + 1];
      int lat2 = vertices[edge + 3];
      if (lat1 > lat != lat2 > lat) {
        int lon1 = vertices[edge];
        // In the box all differences stay below 2^29, so the products cannot overflow.
        long side =
            ((long) vertices[edge + 2] - lon1) * (lat - lat1) - ((long) lon - lon1) * (lat2 - lat1);
        if (side == 0) {
          return true;
        }
        inside ^= side > 0 == lat2 > lat1;
      } else if (lat2 == lat && touchesRow(lon, vertices[edge], lat1 == lat, vertices[edge + 2])) {
        return true;
      }
    }
    return inside;
  }

  /** Whether an edge that ends in the point's row, but does not cross it, holds the point. */
  private static boolean touchesRow(int lon, int lon1, boolean level, int lon2) {
    return lon2 == lon || (level && lon1 > lon != lon2 > lon);
  }

  /** Squared distance in m² from the origin of the plane to the nearest border. */
  double squaredDistance(LocalPlane plane) {
    double best = Double.POSITIVE_INFINITY;
    for (int edge : edges) {
      double squared =
          plane.squaredToEdge(
              vertices[edge], vertices[edge + 1], vertices[edge + 2], vertices[edge + 3]);
      best = Math.min(best, squared);
    }
    return best;
  }
}
