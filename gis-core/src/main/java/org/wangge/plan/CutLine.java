package org.wangge.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.RingEdges.Edge;

/** A line as drawn, and the one stretch of it that runs through a face. */
final class CutLine {
  /** Nearer than this to a vertex or border, a line's end was meant to be on it. */
  static final double SNAP_METERS = 3;

  /** A stretch that stays so close to the border does not cut anything off. */
  private static final double ALONG_METERS = 0.5;

  private static final int FEWEST_POINTS = 2;
  private static final int MOST_POINTS = 1_000;

  private final Face face;
  private final GroundScale scale;

  CutLine(Face face, GroundScale scale) {
    this.face = face;
    this.scale = scale;
  }

  /**
   * The stretch of a line inside a face.
   *
   * @param start where it enters, not yet on the border's vertices
   * @param middle the drawn points between
   * @param end where it leaves
   */
  record Stretch(Coordinate start, List<LatticePoint> middle, Coordinate end) {}

  /**
   * The only stretch of a drawn line that runs through the face.
   *
   * @throws Invalid with code {@code line-too-short}, {@code line-too-long}, {@code
   *     line-crosses-itself}, {@code line-misses-face}, {@code line-crosses-several-times} or
   *     {@code line-ends-inside}, and the place
   */
  Stretch stretch(List<LatticePoint> drawn) {
    List<LatticePoint> line = withoutRepeats(drawn);
    requireSimple(line);
    List<Coordinate[]> inside = stretches(line);
    if (inside.isEmpty()) {
      throw Refusal.at(line.get(0), "line", "line-misses-face", Map.of("face", face.id()));
    }
    if (inside.size() > 1) {
      throw Refusal.at(
          inside.get(1)[0],
          "line",
          "line-crosses-several-times",
          Map.of("face", face.id(), "times", inside.size()));
    }
    Coordinate[] places = inside.get(0);
    List<LatticePoint> middle = new ArrayList<>();
    for (int i = 1; i < places.length - 1; i++) {
      middle.add(GroundScale.rounded(places[i]));
    }
    return new Stretch(places[0], middle, places[places.length - 1]);
  }

  private static List<LatticePoint> withoutRepeats(List<LatticePoint> drawn) {
    List<LatticePoint> line = new ArrayList<>();
    for (LatticePoint point : drawn) {
      if (line.isEmpty() || !line.get(line.size() - 1).equals(point)) {
        line.add(point);
      }
    }
    if (line.size() < FEWEST_POINTS) {
      throw new Invalid("line", "line-too-short", Map.of("fewest", FEWEST_POINTS));
    }
    if (line.size() > MOST_POINTS) {
      throw new Invalid("line", "line-too-long", Map.of("most", MOST_POINTS, "given", line.size()));
    }
    return line;
  }

  /** Refuses a path that meets itself. */
  static void requireSimple(List<LatticePoint> path) {
    List<Edge> edges = RingEdges.edges(path);
    Set<LatticePoint> seen = new HashSet<>();
    for (LatticePoint point : path) {
      if (!seen.add(point)) {
        throw Refusal.at(point, "line", "line-crosses-itself");
      }
    }
    for (int i = 0; i < edges.size(); i++) {
      for (int k = i + 1; k < edges.size(); k++) {
        Edge one = edges.get(i);
        Edge other = edges.get(k);
        if (Sides.meet(one.a(), one.b(), other.a(), other.b())) {
          throw Refusal.at(other.a(), "line", "line-crosses-itself");
        }
      }
    }
  }

  private List<Coordinate[]> stretches(List<LatticePoint> line) {
    LineString drawn =
        RingEdges.FLOATING.createLineString(
            line.stream().map(GroundScale::coordinate).toArray(Coordinate[]::new));
    Geometry ground = RingEdges.FLOATING.createGeometry(face.shape().scaled());
    Geometry inside = OverlayNGRobust.overlay(drawn, ground, OverlayNG.INTERSECTION);
    List<Coordinate[]> found = new ArrayList<>();
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof LineString piece && !piece.isEmpty()) {
        if (!staysAtBorder(piece.getCoordinates())) {
          found.add(piece.getCoordinates());
        }
      }
    }
    return found;
  }

  private boolean staysAtBorder(Coordinate[] places) {
    for (int i = 0; i < places.length; i++) {
      if (BorderPlace.nearest(face.shape(), scale, places[i]).meters() > ALONG_METERS) {
        return false;
      }
      if (i > 0) {
        Coordinate middle =
            new Coordinate(
                (places[i - 1].x + places[i].x) / 2, (places[i - 1].y + places[i].y) / 2);
        if (BorderPlace.nearest(face.shape(), scale, middle).meters() > ALONG_METERS) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Refuses a path that is not inside the face from end to end, exactly: its ends are vertices of
   * the outline, and nothing else of it touches the border.
   */
  static void requireInside(Face face, List<LatticePoint> path) {
    Set<LatticePoint> vertices = new HashSet<>();
    RingEdges.rings(face.shape()).forEach(vertices::addAll);
    List<Edge> border = RingEdges.edges(face.shape());
    List<Edge> edges = RingEdges.edges(path);
    for (Edge edge : edges) {
      boolean touches =
          (!edge.a().equals(path.get(0)) && vertices.contains(edge.a()))
              || border.stream()
                  .anyMatch(other -> Sides.meet(edge.a(), edge.b(), other.a(), other.b()));
      if (touches) {
        throw Refusal.at(
            edge.a(), "line", "line-crosses-several-times", Map.of("face", face.id(), "times", 2));
      }
    }
    Edge first = edges.get(0);
    Coordinate middle = GroundScale.place(first.a(), first.b(), 0.5);
    if (SimplePointInAreaLocator.locate(middle, face.shape().scaled()) != Location.INTERIOR) {
      throw Refusal.at(first.a(), "line", "line-misses-face", Map.of("face", face.id()));
    }
  }
}
