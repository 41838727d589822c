package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/**
 * A building as something that hides what is behind it: a prism on flat ground.
 *
 * <p>All of it is decided in whole numbers on the lattice. A line of sight that only touches a
 * corner or runs along a wall counts as one that passes it a hair to the right of the place looked
 * at, so that each has exactly one answer. Immutable and thread-safe.
 */
public final class Blocker {
  /** Of a building whose height is not known: it hides all behind it. */
  public static final int UNKNOWN_HEIGHT = Integer.MAX_VALUE;

  private final String id;
  private final int heightCentimeters;
  private final int west;
  private final int south;
  private final int east;
  private final int north;
  private final LatticeShape footprint;

  /** Vertices of all rings, longitude and latitude by turns; the first of each ring comes again. */
  private final int[] vertices;

  /** Where each ring begins in the vertices, and the end of the last. */
  private final int[] rings;

  /**
   * A building.
   *
   * @param id of the building
   * @param footprint outline on the ground; yards are holes
   * @param heightCentimeters roof above ground, or {@link #UNKNOWN_HEIGHT}
   */
  public Blocker(String id, LatticeShape footprint, int heightCentimeters) {
    if (heightCentimeters < 0) {
      throw new IllegalArgumentException("a roof is not below the ground: " + id);
    }
    this.id = id;
    this.heightCentimeters = heightCentimeters;
    this.footprint = footprint;
    LatticeBox box = footprint.bounds();
    west = box.west();
    south = box.south();
    east = box.east();
    north = box.north();
    var lines = LinearComponentExtracter.getLines(footprint.scaled());
    rings = new int[lines.size() + 1];
    vertices = new int[footprint.vertexCount() * 2];
    int ring = 0;
    for (Object line : lines) {
      CoordinateSequence corners = ((LineString) line).getCoordinateSequence();
      int at = rings[ring];
      for (int i = 0; i < corners.size(); i++) {
        vertices[at++] = (int) corners.getX(i);
        vertices[at++] = (int) corners.getY(i);
      }
      rings[++ring] = at;
    }
  }

  public String id() {
    return id;
  }

  /** Roof above ground, or {@link #UNKNOWN_HEIGHT}. */
  public int heightCentimeters() {
    return heightCentimeters;
  }

  public LatticeShape footprint() {
    return footprint;
  }

  public LatticeBox box() {
    return new LatticeBox(west, south, east, north);
  }

  /** Its walls, each as longitude and latitude of its ends, the building to the right of them. */
  public List<int[]> walls() {
    List<int[]> walls = new ArrayList<>();
    for (int ring = 0; ring + 1 < rings.length; ring++) {
      for (int i = rings[ring]; i + 2 < rings[ring + 1]; i += 2) {
        walls.add(Arrays.copyOfRange(vertices, i, i + 4));
      }
    }
    return walls;
  }

  /** Where each ring begins in {@link #vertices}, and the end of the last; do not change it. */
  int[] rings() {
    return rings;
  }

  /** Longitudes and latitudes by turns, the first of each ring again at its end; leave it so. */
  int[] vertices() {
    return vertices;
  }

  /**
   * Whether it hides a place from a lens. The line of sight falls or rises evenly from lens to
   * place; where it is lower than the roof and over the footprint, it ends. Who is inside a
   * building that is not lower than the lens looks out of it.
   *
   * @param lon where the lens is, lattice units
   * @param lat the same to the north
   * @param mount height of the lens, centimetres
   * @param lonAway from there to the place, lattice units
   * @param latAway the same to the north
   * @param height of the place above the ground, centimetres
   */
  boolean hides(int lon, int lat, int mount, int lonAway, int latAway, int height) {
    if (heightCentimeters <= Math.min(mount, height) || !meets(lon, lat, lonAway, latAway)) {
      return false;
    }
    // The line is lower than the roof between these shares of its length, in parts of the whole.
    long whole = Math.max(1, Math.abs(mount - height));
    long low = mount > height ? Math.max(0, (long) mount - heightCentimeters) : 0;
    long high = mount < height ? Math.min(whole, (long) heightCentimeters - mount) : whole;
    long met = crossings(lon, lat, lonAway, latAway, low, high, whole);
    int within = (int) (met >>> 48);
    boolean looksOut = heightCentimeters >= mount && isOdd(met) && at(met) == 0 && early(met) == 0;
    return looksOut ? within > 1 : within > 0 || isOdd(met + at(met) + early(met));
  }

  /** Whether the walls end the view of a lens inside before a place. */
  boolean encloses(int lon, int lat, int lonAway, int latAway) {
    long met = crossings(lon, lat, lonAway, latAway, 0, 1, 1);
    boolean away = lonAway != 0 || latAway != 0;
    return away && (met >>> 48 > 0 || !isOdd(met + at(met)));
  }

  /** Whether a place lies in it; of its border, some does. */
  boolean holds(int lon, int lat) {
    return meets(lon, lat, 0, 0) && isOdd(crossings(lon, lat, 1, 0, 0, 1, 1));
  }

  private boolean meets(int lon, int lat, int lonAway, int latAway) {
    return Math.min(lon, lon + lonAway) <= east
        && Math.max(lon, lon + lonAway) >= west
        && Math.min(lat, lat + latAway) <= north
        && Math.max(lat, lat + latAway) >= south;
  }

  /**
   * How often the walls cross the line through lens and place: before the lens, at it, between it
   * and the share {@code low/whole}, and from there to {@code high/whole}; 16 bits each, from the
   * lowest. What lies on the line counts as to the left of it. Exact for footprints within 10 km:
   * products stay below 4 · (1e6 · 1e7) · 1e5 = 4e18 &lt; 2⁶³.
   */
  private long crossings(
      int lon, int lat, int lonAway, int latAway, long low, long high, long whole) {
    long counts = 0;
    for (int ring = 0; ring + 1 < rings.length; ring++) {
      long ax = (long) vertices[rings[ring]] - lon;
      long ay = (long) vertices[rings[ring] + 1] - lat;
      long aSide = lonAway * ay - latAway * ax;
      for (int i = rings[ring] + 2; i < rings[ring + 1]; i += 2) {
        long bx = (long) vertices[i] - lon;
        long by = (long) vertices[i + 1] - lat;
        long bSide = lonAway * by - latAway * bx;
        if (aSide >= 0 != bSide >= 0) {
          long share = ax * by - ay * bx;
          long parts = bSide - aSide;
          counts += place(parts < 0 ? -share : share, Math.abs(parts), low, high, whole);
        }
        ax = bx;
        ay = by;
        aSide = bSide;
      }
    }
    return counts;
  }

  private static long place(long share, long parts, long low, long high, long whole) {
    if (share <= 0) {
      return share < 0 ? 1 : 1L << 16;
    }
    if (share * whole <= low * parts) {
      return 1L << 32;
    }
    return share * whole < high * parts ? 1L << 48 : 0;
  }

  private static boolean isOdd(long count) {
    return (count & 1) == 1;
  }

  private static int at(long counts) {
    return (int) (counts >>> 16) & 0xffff;
  }

  private static int early(long counts) {
    return (int) (counts >>> 32) & 0xffff;
  }
}
