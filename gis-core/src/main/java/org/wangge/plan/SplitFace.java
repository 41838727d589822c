package org.wangge.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Level;
import org.wangge.plan.PlanOperation.Split;

/**
 * Divides a grid in two along a drawn line: topology to topology, all of it or nothing. Where the
 * line ends, every face that has that border gets the vertex; nobody else's ground changes. What
 * lies below the grid is divided by the same line where it crosses it, and otherwise goes to the
 * half it lies in. Pure.
 */
final class SplitFace {
  private final Split split;
  private final int seq;
  private final Face face;
  private final GroundScale scale;
  private Topology topology;

  private SplitFace(Topology topology, Split split, int seq) {
    this.topology = topology;
    this.split = split;
    this.seq = seq;
    face = topology.getFace(split.face());
    scale = new GroundScale(face.label());
  }

  /**
   * Does it.
   *
   * @param seq number of the edit; new faces are named after it
   * @throws Invalid with field, code and place of what stands against it
   */
  static Drawn apply(Topology topology, Split split, int seq) {
    return new SplitFace(topology, split, seq).apply();
  }

  private Drawn apply() {
    if (face.level() != Level.GRID) {
      throw Refusal.at(face.label(), "face", "face-not-a-grid", Map.of("face", face.id()));
    }
    if (face.shape().scaled().getNumGeometries() != 1) {
      throw Refusal.at(face.label(), "face", "face-in-pieces", Map.of("face", face.id()));
    }
    if (topology.hasChildWithoutOutline(face)) {
      throw Refusal.at(face.label(), "face", "child-without-outline", Map.of("face", face.id()));
    }
    List<LatticePoint> path = pathOnBorders();
    CutLine.requireSimple(path);
    CutLine.requireInside(now(), path);
    BorderNodes nodes = new BorderNodes(topology, face.id(), scale, path).make();
    topology = nodes.topology();
    CutLine.requireSimple(nodes.path());
    CutLine.requireInside(now(), nodes.path());
    List<LatticeShape> halves = Pieces.of(now().shape(), nodes.path());
    if (halves.size() != 2) {
      throw Refusal.at(path.get(0), "line", "line-misses-face", Map.of("face", face.id()));
    }
    Slivers.refuse(now().shape(), halves, scale);
    return drawn(halves, nodes.path());
  }

  private Face now() {
    return topology.getFace(face.id());
  }

  private List<LatticePoint> pathOnBorders() {
    CutLine.Stretch stretch = new CutLine(face, scale).stretch(split.line());
    LatticePoint first = onBorder(stretch.start());
    LatticePoint last = onBorder(stretch.end());
    if (scale.meters(first, last) < CutLine.SNAP_METERS) {
      throw Refusal.at(first, "line", "line-ends-together", Map.of("face", face.id()));
    }
    List<LatticePoint> path = new ArrayList<>();
    path.add(first);
    for (LatticePoint point : stretch.middle()) {
      if (scale.meters(first, point) > CutLine.SNAP_METERS
          && scale.meters(last, point) > CutLine.SNAP_METERS) {
        path.add(point);
      }
    }
    path.add(last);
    return path;
  }

  /** The vertex of the outline that an end of the line stands for, put in where there is none. */
  private LatticePoint onBorder(Coordinate end) {
    BorderPlace place = BorderPlace.nearest(now().shape(), scale, end);
    if (place.meters() > CutLine.SNAP_METERS) {
      throw Refusal.at(
          end, "line", "line-ends-inside", Map.of("meters", Math.round(place.meters())));
    }
    if (place.ring() > 0) {
      throw Refusal.at(end, "line", "line-meets-hole", Map.of("face", face.id()));
    }
    LatticePoint nearest = null;
    double best = CutLine.SNAP_METERS;
    for (LatticePoint vertex : RingEdges.rings(now().shape()).get(0)) {
      double meters = scale.meters(GroundScale.coordinate(vertex), end);
      if (meters < best) {
        best = meters;
        nearest = vertex;
      }
    }
    if (nearest != null) {
      return nearest;
    }
    LatticePoint vertex = GroundScale.rounded(place.place());
    topology = topology.insert(place.edge(), vertex);
    return vertex;
  }

  private Drawn drawn(List<LatticeShape> shapes, List<LatticePoint> path) {
    Face whole = now();
    List<Face> halves =
        numbered(
            shapes.stream().map(shape -> whole.part("", whole.parentOrNull(), shape)).toList(), 0);
    List<Face> put = new ArrayList<>(halves);
    List<Face> parts = new ArrayList<>();
    Set<String> gone = new LinkedHashSet<>(List.of(face.id()));
    for (Face child : topology.children(face.id())) {
      gone.add(child.id());
      parts.addAll(parts(child, halves, path));
    }
    put.addAll(numbered(parts, halves.size()));
    requireSameGround(halves, parts);
    return new Drawn(
        topology.with(put, gone), halves.stream().map(Face::id).toList(), List.copyOf(path));
  }

  private static List<Face> parts(Face child, List<Face> halves, List<LatticePoint> path) {
    List<Face> parts = new ArrayList<>();
    for (LatticeShape piece : Pieces.of(child.shape(), path)) {
      Coordinate inside = piece.scaled().getInteriorPoint().getCoordinate();
      Face half =
          halves.stream()
              .filter(one -> Pieces.holds(one.shape().scaled(), inside))
              .findFirst()
              .orElse(halves.get(0));
      parts.add(child.part("", half.id(), piece));
    }
    return parts;
  }

  private List<Face> numbered(List<Face> some, int after) {
    List<Face> numbered = new ArrayList<>();
    for (Face one : Topology.inOrder(some)) {
      String id = "e" + seq + "-" + (after + numbered.size() + 1);
      numbered.add(one.part(id, one.parentOrNull(), one.shape()));
    }
    return numbered;
  }

  /** Checks, without trusting how the pieces were made, that they are the ground there was. */
  private void requireSameGround(List<Face> halves, List<Face> parts) {
    long sum = halves.stream().mapToLong(half -> Pieces.doubledArea(half.shape())).sum();
    long below =
        topology.children(face.id()).stream()
            .mapToLong(child -> Pieces.doubledArea(child.shape()))
            .sum();
    long belowNow = parts.stream().mapToLong(part -> Pieces.doubledArea(part.shape())).sum();
    boolean sound =
        sum == Pieces.doubledArea(now().shape())
            && below == belowNow
            && topology.faces().stream()
                .filter(Face::isAltered)
                .allMatch(altered -> new IsValidOp(altered.shape().scaled()).isValid());
    if (!sound) {
      throw Refusal.at(face.label(), "line", "line-too-close");
    }
  }
}
