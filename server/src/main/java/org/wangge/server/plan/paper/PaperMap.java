package org.wangge.server.plan.paper;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.MapPlane;
import org.wangge.geo.Position;

/** Where things of the ground lie on the page: a plane, a scale and a frame. Immutable. */
final class PaperMap {
  private static final GeometryFactory MILLIMETERS = new GeometryFactory();
  private static final double MM_PER_METER = 1000;

  /** Ground around what is shown, so that it does not touch the frame. */
  private static final double MARGIN = 1.06;

  private final MapPlane plane;
  private final Frame frame;
  private final int scale;

  private PaperMap(MapPlane plane, Frame frame, int scale) {
    this.plane = plane;
    this.frame = frame;
    this.scale = scale;
  }

  /** The map of a box at the largest round scale at which it fits a frame. */
  static PaperMap of(LatticeBox box, Frame frame) {
    LatticePoint middle = box.center();
    MapPlane plane = new MapPlane(new Position(middle.lonDegrees(), middle.latDegrees()));
    double width = 0;
    double height = 0;
    for (int lon : new int[] {box.west(), box.east()}) {
      for (int lat : new int[] {box.south(), box.north()}) {
        MapPlane.Place corner = plane.of(new LatticePoint(lon, lat));
        width = Math.max(width, 2 * Math.abs(corner.eastMeters()));
        height = Math.max(height, 2 * Math.abs(corner.northMeters()));
      }
    }
    double needed =
        MARGIN * MM_PER_METER * Math.max(width / frame.width(), height / frame.height());
    return new PaperMap(plane, frame, MapScale.atLeast(needed));
  }

  Frame frame() {
    return frame;
  }

  /** The number under 1: in the scale. */
  int scale() {
    return scale;
  }

  /** Millimetres on paper of metres on the ground. */
  double millimeters(double meters) {
    return meters * MM_PER_METER / scale;
  }

  /** Metres on the ground of millimetres on paper. */
  double meters(double millimeters) {
    return millimeters * scale / MM_PER_METER;
  }

  private Coordinate onPage(MapPlane.Place place) {
    return new Coordinate(
        frame.x() + frame.width() / 2 + millimeters(place.eastMeters()),
        frame.y() + frame.height() / 2 + millimeters(place.northMeters()));
  }

  Coordinate onPage(LatticePoint point) {
    return onPage(plane.of(point));
  }

  Coordinate onPage(Position position) {
    return onPage(plane.of(position.lonDegrees(), position.latDegrees()));
  }

  /** The position that a place of the page shows. */
  Position at(double x, double y) {
    return plane.at(
        meters(x - frame.x() - frame.width() / 2), meters(y - frame.y() - frame.height() / 2));
  }

  /** An outline in millimetres of the page. */
  Geometry onPage(LatticeShape shape) {
    Geometry copy = shape.scaled().copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            double lon = Lattice.toDegrees(Math.round(sequence.getX(i)));
            double lat = Lattice.toDegrees(Math.round(sequence.getY(i)));
            Coordinate place = onPage(plane.of(lon, lat));
            sequence.setOrdinate(i, 0, place.x);
            sequence.setOrdinate(i, 1, place.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    // Not of the lattice's factory any more, whose numbers are whole.
    return MILLIMETERS.createGeometry(copy);
  }

  /** A line in millimetres of the page. */
  Geometry onPage(List<LatticePoint> line) {
    return MILLIMETERS.createLineString(line.stream().map(this::onPage).toArray(Coordinate[]::new));
  }

  /** Whether something may show. */
  boolean isSeen(LatticeBox box) {
    return shown().intersects(box);
  }

  /** The ground that shows, as a box around it. */
  LatticeBox shown() {
    Position low = at(frame.x(), frame.y());
    Position high = at(frame.right(), frame.top());
    Position left = at(frame.x(), frame.top());
    Position right = at(frame.right(), frame.y());
    return LatticeBox.ofDegrees(
        Math.min(low.lonDegrees(), left.lonDegrees()),
        Math.min(low.latDegrees(), right.latDegrees()),
        Math.max(high.lonDegrees(), right.lonDegrees()),
        Math.max(high.latDegrees(), left.latDegrees()));
  }
}
