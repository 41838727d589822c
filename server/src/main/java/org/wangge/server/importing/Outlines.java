package org.wangge.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.server.importing.CoordinateTree.Nest;
import org.wangge.server.importing.CoordinateTree.Node;
import org.wangge.server.importing.CoordinateTree.Position;

/**
 * Makes outlines of nested positions. Nothing is mended: a ring left open is refused. Parts, rings
 * and vertices are counted from 0, as {@link org.wangge.geo.ShapeCheck} does.
 */
final class Outlines {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Outlines() {}

  /**
   * @param type geometry type as GeoJSON names it
   * @throws RecordRefused when it is no outline
   */
  static Geometry outline(String type, Node coordinates) {
    return switch (type) {
      case "Polygon" -> polygon(0, nest(coordinates));
      case "MultiPolygon" -> {
        List<Polygon> parts = new ArrayList<>();
        for (Node part : nest(coordinates)) {
          parts.add(polygon(parts.size(), nest(part)));
        }
        if (parts.isEmpty()) {
          throw new RecordRefused("outline-empty", Map.of());
        }
        yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
      }
      default -> throw new RecordRefused("geometry-type", Map.of("type", type));
    };
  }

  private static Polygon polygon(int part, List<Node> rings) {
    if (rings.isEmpty()) {
      throw new RecordRefused("outline-empty", Map.of());
    }
    List<LinearRing> closed = new ArrayList<>();
    for (Node ring : rings) {
      closed.add(ring(part, closed.size(), nest(ring)));
    }
    LinearRing[] holes = closed.subList(1, closed.size()).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(closed.get(0), holes);
  }

  private static LinearRing ring(int part, int number, List<Node> positions) {
    Coordinate[] vertices = new Coordinate[positions.size()];
    for (int i = 0; i < vertices.length; i++) {
      if (!(positions.get(i) instanceof Position position)) {
        throw new RecordRefused("coordinates-shape", Map.of());
      }
      if (!Double.isFinite(position.x()) || !Double.isFinite(position.y())) {
        throw new RecordRefused(
            "coordinate-not-a-number", Map.of("part", part, "ring", number, "vertex", i));
      }
      vertices[i] = new Coordinate(position.x(), position.y());
    }
    if (vertices.length < 4) {
      throw new RecordRefused(
          "ring-too-few-points", Map.of("part", part, "ring", number, "vertices", vertices.length));
    }
    Coordinate last = vertices[vertices.length - 1];
    if (!vertices[0].equals2D(last)) {
      throw new RecordRefused(
          "ring-unclosed",
          Map.of(
              "part",
              part,
              "ring",
              number,
              "first",
              vertices[0].x + "," + vertices[0].y,
              "last",
              last.x + "," + last.y));
    }
    return FACTORY.createLinearRing(vertices);
  }

  private static List<Node> nest(Node node) {
    if (node instanceof Nest nest) {
      return nest.nodes();
    }
    throw new RecordRefused("coordinates-shape", Map.of());
  }
}
