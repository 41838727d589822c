package org.wangge.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * An outline as a file or request gives it, in degrees: nothing is promised, not even that rings
 * are closed. {@link ShapeCheck} judges it. The nesting is that of the coordinates of a GeoJSON
 * MultiPolygon.
 *
 * @param parts polygons; each is a list of rings, the shell first and then the holes; each ring is
 *     a list of vertices, the last meant to repeat the first
 */
public record RawOutline(List<List<List<Position>>> parts) {

  public RawOutline {
    parts = parts.stream().map(rings -> rings.stream().map(List::copyOf).toList()).toList();
  }

  /** One polygon without holes. */
  public static RawOutline ofRing(List<Position> ring) {
    return new RawOutline(List.of(List.of(ring)));
  }

  /**
   * The rings of a polygon or multipolygon in degrees. Empty polygons fall away.
   *
   * @throws IllegalArgumentException for any other kind of geometry
   */
  public static RawOutline of(Geometry degrees) {
    if (!(degrees instanceof Polygon) && !(degrees instanceof MultiPolygon)) {
      throw new IllegalArgumentException("not a polygon but a " + degrees.getGeometryType());
    }
    List<List<List<Position>>> parts = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) degrees.getGeometryN(i);
      if (!polygon.isEmpty()) {
        parts.add(rings(polygon));
      }
    }
    return new RawOutline(parts);
  }

  private static List<List<Position>> rings(Polygon polygon) {
    List<List<Position>> rings = new ArrayList<>();
    rings.add(vertices(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(vertices(polygon.getInteriorRingN(i)));
    }
    return rings;
  }

  private static List<Position> vertices(LineString ring) {
    List<Position> vertices = new ArrayList<>(ring.getNumPoints());
    for (Coordinate vertex : ring.getCoordinates()) {
      vertices.add(new Position(vertex.x, vertex.y));
    }
    return vertices;
  }

  /**
   * The same with every ring closed by repeating its first vertex. Only for a caller who was asked
   * and wants that: the check itself never mends.
   */
  public RawOutline closed() {
    return new RawOutline(
        parts.stream().map(rings -> rings.stream().map(RawOutline::closed).toList()).toList());
  }

  private static List<Position> closed(List<Position> ring) {
    if (ring.isEmpty() || ring.get(0).equals(ring.get(ring.size() - 1))) {
      return ring;
    }
    List<Position> closed = new ArrayList<>(ring);
    closed.add(ring.get(0));
    return closed;
  }

  /** Number of vertices of all rings, repeated ones included. */
  public int vertexCount() {
    return parts.stream().flatMap(List::stream).mapToInt(List::size).sum();
  }
}
