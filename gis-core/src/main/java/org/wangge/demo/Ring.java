package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A closed ring in metres, counter-clockwise, its first corner not repeated at the end.
 *
 * @param corners at least three
 */
record Ring(List<Spot> corners) {
  static final GeometryFactory METERS = new GeometryFactory();

  Ring {
    corners = List.copyOf(corners);
  }

  /** The shell of a polygon. */
  static Ring of(Polygon polygon) {
    Coordinate[] all = polygon.norm().getCoordinates();
    List<Spot> corners = new ArrayList<>();
    for (int i = 0; i < polygon.getExteriorRing().getNumPoints() - 1; i++) {
      corners.add(new Spot(all[i].x, all[i].y));
    }
    Ring ring = new Ring(corners);
    return ring.area() < 0 ? ring.reversed() : ring;
  }

  /** A rectangle around a centre, its length along a direction. */
  static Ring box(Spot center, double radians, double length, double width) {
    return new Ring(
        List.of(
            center.move(radians, -length / 2, -width / 2),
            center.move(radians, length / 2, -width / 2),
            center.move(radians, length / 2, width / 2),
            center.move(radians, -length / 2, width / 2)));
  }

  private Ring reversed() {
    List<Spot> turned = new ArrayList<>(corners);
    Collections.reverse(turned);
    return new Ring(turned);
  }

  Polygon polygon() {
    if (corners.size() < 3) {
      return METERS.createPolygon();
    }
    Coordinate[] ring = new Coordinate[corners.size() + 1];
    for (int i = 0; i <= corners.size(); i++) {
      Spot spot = corners.get(i % corners.size());
      ring[i] = new Coordinate(spot.x(), spot.y());
    }
    return METERS.createPolygon(ring);
  }

  /** Square metres. */
  double area() {
    double twice = 0;
    for (int i = 0; i < corners.size(); i++) {
      Spot a = corners.get(i);
      Spot b = corners.get((i + 1) % corners.size());
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return twice / 2;
  }

  Spot centroid() {
    double x = 0;
    double y = 0;
    Spot origin = corners.get(0);
    for (int i = 1; i + 1 < corners.size(); i++) {
      Spot a = corners.get(i);
      Spot b = corners.get(i + 1);
      double part =
          (a.x() - origin.x()) * (b.y() - origin.y()) - (b.x() - origin.x()) * (a.y() - origin.y());
      x += part * (origin.x() + a.x() + b.x()) / 3;
      y += part * (origin.y() + a.y() + b.y()) / 3;
    }
    double twice = 2 * area();
    return new Spot(x / twice, y / twice);
  }

  /** Whether a place is inside; on the rim either answer may come. */
  boolean holds(Spot spot) {
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      Spot a = corners.get(i);
      Spot b = corners.get((i + 1) % corners.size());
      if (a.y() > spot.y() != b.y() > spot.y()) {
        double x = a.x() + (b.x() - a.x()) * (spot.y() - a.y()) / (b.y() - a.y());
        inside ^= spot.x() < x;
      }
    }
    return inside;
  }

  /** How far the corners lie along a direction: least and most. */
  double[] reach(double radians) {
    double cos = StrictMath.cos(radians);
    double sin = StrictMath.sin(radians);
    double[] reach = {Double.MAX_VALUE, -Double.MAX_VALUE};
    for (Spot spot : corners) {
      double along = spot.x() * cos + spot.y() * sin;
      reach[0] = Math.min(reach[0], along);
      reach[1] = Math.max(reach[1], along);
    }
    return reach;
  }

  double extent(double radians) {
    double[] reach = reach(radians);
    return reach[1] - reach[0];
  }

  /** The direction of the longer side of the smallest box around it. */
  double longAxis() {
    double best = Double.MAX_VALUE;
    double axis = 0;
    for (int i = 0; i < corners.size(); i++) {
      double radians = corners.get(i).directionTo(corners.get((i + 1) % corners.size()));
      double along = extent(radians);
      double across = extent(radians + Math.PI / 2);
      if (along * across < best) {
        best = along * across;
        axis = along >= across ? radians : radians + Math.PI / 2;
      }
    }
    return axis;
  }

  /** What lies less far along a direction than a limit; without corners where nothing does. */
  Ring before(double radians, double limit) {
    double cos = StrictMath.cos(radians);
    double sin = StrictMath.sin(radians);
    List<Spot> kept = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      Spot a = corners.get(i);
      Spot b = corners.get((i + 1) % corners.size());
      double da = a.x() * cos + a.y() * sin - limit;
      double db = b.x() * cos + b.y() * sin - limit;
      if (da <= 0) {
        kept.add(a);
      }
      if ((da < 0 && db > 0) || (da > 0 && db < 0)) {
        kept.add(a.toward(b, da / (da - db)));
      }
    }
    return new Ring(kept);
  }

  /**
   * The ring with every side moved inward; without corners where nothing is left. Exact for convex
   * rings; of others it takes a little too much.
   *
   * @param meters by how much each side is moved, the first side starting at the first corner
   */
  Ring inset(double... meters) {
    Ring rest = this;
    for (int i = 0; i < corners.size() && rest.corners.size() > 2; i++) {
      Spot a = corners.get(i);
      double outward = a.directionTo(corners.get((i + 1) % corners.size())) - Math.PI / 2;
      double at = a.x() * StrictMath.cos(outward) + a.y() * StrictMath.sin(outward);
      rest = rest.before(outward, at - meters[i % meters.length]);
    }
    return rest.corners.size() > 2 ? rest : new Ring(List.of());
  }

  /** How far along a direction a line stands that leaves a share of the area before it. */
  double limitOfShare(double radians, double share) {
    double[] reach = reach(radians);
    double wanted = share * area();
    double low = reach[0];
    double high = reach[1];
    for (int i = 0; i < 30; i++) {
      double middle = (low + high) / 2;
      if (before(radians, middle).area() < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The biggest polygon of a geometry, or an empty one. */
  static Polygon biggest(Geometry geometry) {
    Polygon best = METERS.createPolygon();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon part && part.getArea() > best.getArea()) {
        best = part;
      }
    }
    return best;
  }
}
