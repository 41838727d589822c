package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * Outlines and names of grids, read from answers, in whole lattice units so that equal ground is
 * equal text.
 *
 * @param outlines by code or face
 * @param names by code or face
 */
record PlanGround(Map<String, Geometry> outlines, Map<String, String> names) {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** Of a collection of grids or faces. */
  static PlanGround of(JsonNode features, String id) {
    Map<String, Geometry> outlines = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (JsonNode feature : features) {
      String key = feature.at(id).asText();
      outlines.put(key, polygon(feature.at("/geometry/coordinates")));
      names.put(key, feature.at("/properties/name").asText());
    }
    return new PlanGround(outlines, names);
  }

  private static Geometry polygon(JsonNode rings) {
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 1; i < rings.size(); i++) {
      holes.add(ring(rings.get(i)));
    }
    return SHAPES.createPolygon(ring(rings.get(0)), holes.toArray(LinearRing[]::new)).norm();
  }

  private static LinearRing ring(JsonNode points) {
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode point : points) {
      ring.add(
          new Coordinate(
              Math.rint(point.get(0).doubleValue() * 1e7),
              Math.rint(point.get(1).doubleValue() * 1e7)));
    }
    return SHAPES.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  /** As text, to be compared. */
  Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    outlines.forEach((name, outline) -> told.put(name, names.get(name) + " " + outline));
    return told;
  }

  /** Finds no gap and no overlap among the grids. */
  void requireSeamless() {
    Geometry[] all = outlines.values().toArray(Geometry[]::new);
    assertThat(CoverageValidator.validate(all)).as("faults of the outlines").containsOnlyNulls();
  }

  private Geometry outline(String name) {
    return Objects.requireNonNull(outlines.get(name), name);
  }

  List<String> grids() {
    return List.copyOf(outlines.keySet());
  }

  /** A grid that has an edge in common with another; empty where there is none. */
  String neighbourOf(String name) {
    Set<Coordinate> own = Set.of(corners(name));
    for (String other : outlines.keySet()) {
      Set<Coordinate> common = new HashSet<>(Set.of(corners(other)));
      common.retainAll(own);
      if (!other.equals(name) && common.size() > 2) {
        return other;
      }
    }
    return "";
  }

  /** The vertices of a grid's outer ring, each once. */
  Coordinate[] corners(String name) {
    Coordinate[] ring = outline(name).getCoordinates();
    return new HashSet<>(List.of(ring)).toArray(Coordinate[]::new);
  }

  /** A line across a grid, through its middle, in degrees. */
  String across(String name, Random random) {
    Coordinate middle = outline(name).getInteriorPoint().getCoordinate();
    double reach = outline(name).getEnvelopeInternal().getDiameter();
    double turn = random.nextDouble() * Math.PI;
    double east = reach * Math.cos(turn);
    double north = reach * Math.sin(turn);
    return "[%s,%s]"
        .formatted(
            degrees(middle.x - east, middle.y - north), degrees(middle.x + east, middle.y + north));
  }

  /** A place in degrees. */
  static String degrees(double x, double y) {
    return "[%.7f,%.7f]".formatted(Math.rint(x) / 1e7, Math.rint(y) / 1e7);
  }
}
