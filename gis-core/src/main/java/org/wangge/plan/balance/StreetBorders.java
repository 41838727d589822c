package org.wangge.plan.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.StreetEdge;
import org.wangge.plan.planar.GroundScale;

/**
 * How much of an outline runs along streets. The border is looked at every {@value #STEP_METERS}
 * metres or so: it runs along a street there when a centre-line of about its direction is no
 * further than {@value #BESIDE_METERS} metres, which is where the kerb of a broad street is.
 * Immutable and thread-safe.
 */
final class StreetBorders {
  private static final double STEP_METERS = 5;
  private static final double BESIDE_METERS = 12;

  /** Cosine of 25 degrees: more turned away than this, a street only crosses the border. */
  private static final double ALIKE = 0.906;

  private final STRtree segments = new STRtree();

  /** A straight piece of a centre-line. */
  private record Piece(LatticePoint a, LatticePoint b) {}

  StreetBorders(Collection<StreetEdge> streets) {
    for (StreetEdge street : streets) {
      List<LatticePoint> line = street.line();
      for (int i = 1; i < line.size(); i++) {
        Piece piece = new Piece(line.get(i - 1), line.get(i));
        segments.insert(
            new Envelope(piece.a().lon(), piece.b().lon(), piece.a().lat(), piece.b().lat()),
            piece);
      }
    }
    segments.build();
  }

  /** Share of an outline's border that runs along streets, from 0 to 1. */
  double share(LatticeShape shape) {
    GroundScale ground = new GroundScale(shape.bounds().center());
    List<LineSegment> near = near(shape, ground);
    double along = 0;
    double all = 0;
    for (Object ring : LinearComponentExtracter.getLines(ground.toMeters(shape.scaled()))) {
      Coordinate[] places = ((LineString) ring).getCoordinates();
      for (int i = 1; i < places.length; i++) {
        LineSegment edge = new LineSegment(places[i - 1], places[i]);
        all += edge.getLength();
        along += edge.getLength() * share(edge, near);
      }
    }
    return all == 0 ? 0 : along / all;
  }

  @SuppressWarnings("unchecked")
  private List<LineSegment> near(LatticeShape shape, GroundScale ground) {
    LatticeBox box = shape.bounds();
    LatticeBox wide =
        LatticeBox.around(new LatticePoint(box.west(), box.south()), BESIDE_METERS)
            .union(LatticeBox.around(new LatticePoint(box.east(), box.north()), BESIDE_METERS));
    Envelope around = new Envelope(wide.west(), wide.east(), wide.south(), wide.north());
    List<LineSegment> near = new ArrayList<>();
    for (Piece piece : (List<Piece>) segments.query(around)) {
      near.add(new LineSegment(ground.toMeters(piece.a()), ground.toMeters(piece.b())));
    }
    return near;
  }

  private static double share(LineSegment edge, List<LineSegment> near) {
    List<LineSegment> beside = near.stream().filter(street -> isAlike(edge, street)).toList();
    if (beside.isEmpty()) {
      return 0;
    }
    int looks = Math.max(1, (int) Math.ceil(edge.getLength() / STEP_METERS));
    int met = 0;
    for (int i = 0; i < looks; i++) {
      Coordinate at = edge.pointAlong((i + 0.5) / looks);
      met += beside.stream().anyMatch(street -> street.distance(at) <= BESIDE_METERS) ? 1 : 0;
    }
    return (double) met / looks;
  }

  private static boolean isAlike(LineSegment edge, LineSegment street) {
    double lengths = edge.getLength() * street.getLength();
    double dot =
        (edge.p1.x - edge.p0.x) * (street.p1.x - street.p0.x)
            + (edge.p1.y - edge.p0.y) * (street.p1.y - street.p0.y);
    return lengths > 0
        && Math.abs(dot) >= ALIKE * lengths
        && edge.distance(street) <= BESIDE_METERS;
  }
}
