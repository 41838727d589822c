package org.wangge.plan.cut;

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
import org.wangge.plan.planar.BorderPlace;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.planar.Sides;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;

/** A line as drawn, and the stretches of it that run through a region. Immutable. */
public final class CutLine {
  /** Nearer than this to a vertex or border, a line's end was meant to be on it. */
  public static final double SNAP_METERS = 3;

  /** A stretch that stays so close to the border does not cut anything off. */
  private static final double ALONG_METERS = 0.5;

  private static final int FEWEST_POINTS = 2;
  private static final int MOST_POINTS = 1_000;

  private final Region region;

  CutLine(Region region) {
    this.region = region;
  }

  /**
   * The stretches of a drawn line inside the region, in the order in which they were drawn.
   *
   * @throws Invalid with code {@code line-too-short}, {@code line-too-long}, {@code
   *     line-crosses-itself} or {@code line-misses-face}, and the place
   */
  List<List<Coordinate>> stretches(List<LatticePoint> drawn) {
    List<LatticePoint> line = withoutRepeats(drawn);
    requireSimple(line);
    List<List<Coordinate>> inside = clipped(line);
    if (inside.isEmpty()) {
      throw Refusal.at(line.get(0), "line", "line-misses-face", Map.of("face", region.face().id()));
    }
    return inside;
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

  private static boolean isClosed(List<LatticePoint> line) {
    return line.size() > 3 && line.get(0).equals(line.get(line.size() - 1));
  }

  /** Refuses a path that meets itself, but for a ring where it closes. */
  static void requireSimple(List<LatticePoint> path) {
    Set<LatticePoint> seen = new HashSet<>();
    for (LatticePoint point : isClosed(path) ? path.subList(1, path.size()) : path) {
      if (!seen.add(point)) {
        throw Refusal.at(point, "line", "line-crosses-itself");
      }
    }
    requireApart(RingEdges.edges(path));
  }

  /** Refuses edges that meet elsewhere than at their ends. */
  static void requireApart(List<Edge> edges) {
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

  private List<List<Coordinate>> clipped(List<LatticePoint> line) {
    LineString drawn =
        RingEdges.FLOATING.createLineString(
            line.stream().map(GroundScale::coordinate).toArray(Coordinate[]::new));
    Geometry ground = RingEdges.FLOATING.createGeometry(region.shape().scaled());
    Geometry inside = OverlayNGRobust.overlay(drawn, ground, OverlayNG.INTERSECTION);
    List<List<Coordinate>> found = new ArrayList<>();
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof LineString piece && !piece.isEmpty()) {
        List<Coordinate> places = List.of(piece.getCoordinates());
        if (!staysAtBorder(places)) {
          found.add(places);
        }
      }
    }
    return isClosed(line) ? joined(found, GroundScale.coordinate(line.get(0))) : found;
  }

  /** A ring is cut where it was begun to be drawn, though no border is there. */
  private List<List<Coordinate>> joined(List<List<Coordinate>> pieces, Coordinate start) {
    List<List<Coordinate>> next = new ArrayList<>();
    List<Coordinate> ending = List.of();
    List<Coordinate> beginning = List.of();
    for (List<Coordinate> piece : pieces) {
      boolean begins = piece.get(0).equals2D(start);
      boolean ends = piece.get(piece.size() - 1).equals2D(start);
      if (begins && !ends) {
        beginning = piece;
      } else if (ends && !begins) {
        ending = piece;
      } else {
        next.add(piece);
      }
    }
    if (!ending.isEmpty() && !beginning.isEmpty()) {
      List<Coordinate> both = new ArrayList<>(ending);
      both.addAll(beginning.subList(1, beginning.size()));
      next.add(both);
      return next;
    }
    return pieces;
  }

  private boolean staysAtBorder(List<Coordinate> places) {
    for (int i = 0; i < places.size(); i++) {
      if (isOff(places.get(i))) {
        return false;
      }
      if (i > 0) {
        Coordinate a = places.get(i - 1);
        Coordinate b = places.get(i);
        if (isOff(new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isOff(Coordinate place) {
    return BorderPlace.nearest(region.shape(), region.scale(), place).meters() > ALONG_METERS;
  }

  /**
   * Refuses a path that is not inside the region from end to end, exactly: nothing of it but its
   * ends touches the outline.
   */
  static void requireInside(Region region, List<LatticePoint> path) {
    Set<LatticePoint> vertices = new HashSet<>();
    RingEdges.rings(region.shape()).forEach(vertices::addAll);
    List<Edge> border = RingEdges.edges(region.shape());
    List<Edge> edges = RingEdges.edges(path);
    for (Edge edge : edges) {
      boolean touches =
          (!edge.a().equals(path.get(0)) && vertices.contains(edge.a()))
              || border.stream()
                  .anyMatch(other -> Sides.meet(edge.a(), edge.b(), other.a(), other.b()));
      if (touches) {
        throw Refusal.at(edge.a(), "line", "line-too-close", Map.of("face", region.face().id()));
      }
    }
    Edge first = edges.get(0);
    Coordinate middle = GroundScale.place(first.a(), first.b(), 0.5);
    if (SimplePointInAreaLocator.locate(middle, region.shape().scaled()) != Location.INTERIOR) {
      throw Refusal.at(first.a(), "line", "line-misses-face", Map.of("face", region.face().id()));
    }
  }
}
