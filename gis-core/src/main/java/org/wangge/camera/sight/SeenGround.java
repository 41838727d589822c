package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Dimension;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * The ground that a camera sees, as an outline: its sectors less the shadows of buildings, in
 * metres east and north of its foot. Agrees with {@link Sight} but within a few centimetres of
 * arcs, which are drawn by chords of two degrees.
 *
 * <p>The shadow of a building lower than the lens reaches from the building to {@code mount /
 * (mount − roof)} times as far; that of any other has no end.
 */
public final class SeenGround {
  private static final GeometryFactory METERS = new GeometryFactory();

  /** Millimetres: outlines stay valid when they are written down in degrees. */
  private static final PrecisionModel MILLIMETERS = new PrecisionModel(1_000);

  private static final double STEP_DEGREES = 2;

  /** Chords over so wide a turn stay beyond the far range if their ends are 1.3 times as far. */
  private static final double WIDEST_RADIANS = Math.toRadians(60);

  private static final double BEYOND = 1.3;

  private final Sight sight;
  private final Geometry sectors;
  private final Geometry seen;

  private SeenGround(Sight sight) {
    this.sight = sight;
    sectors = union(sight.eye().lenses().stream().map(SeenGround::sector).toList());
    seen = cut();
  }

  public static SeenGround of(Sight sight) {
    return new SeenGround(sight);
  }

  /** The sectors of its lenses as if nothing stood there, in degrees. */
  public Geometry sectors() {
    return degrees(sectors);
  }

  /** What is seen, in degrees; empty where a wall stands right before the lens. */
  public Geometry outline() {
    return degrees(seen);
  }

  public double sectorsSquareMeters() {
    return sectors.getArea();
  }

  public double squareMeters() {
    return seen.getArea();
  }

  /** How much of a line or an area in degrees is seen, by length or by ground, from 0 to 1. */
  public double shareOf(Geometry degrees) {
    Geometry whole = meters(degrees);
    Geometry part = overlay(seen, whole, OverlayNG.INTERSECTION);
    boolean isArea = whole.getDimension() == Dimension.A;
    double all = isArea ? whole.getArea() : whole.getLength();
    double some = isArea ? part.getArea() : part.getLength();
    return all > 0 ? Math.min(1, some / all) : 0;
  }

  /** What is seen of a line or an area in degrees, in degrees. */
  public Geometry of(Geometry degrees) {
    return degrees(overlay(seen, meters(degrees), OverlayNG.INTERSECTION));
  }

  private Geometry cut() {
    LatticePoint foot = sight.eye().place();
    List<Geometry> shadows = new ArrayList<>();
    Geometry room = null;
    for (Blocker blocker : sight.near()) {
      Geometry footprint = meters(blocker.footprint().toDegrees());
      boolean isLow = blocker.heightCentimeters() < sight.eye().mountCentimeters();
      double times = isLow ? times(blocker) : 0;
      if (blocker.holds(foot.lon(), foot.lat()) && (!isLow || sight.eye().indoor())) {
        Geometry unseen = union(behindInnerWalls(footprint));
        Geometry behind = overlay(footprint, unseen, OverlayNG.INTERSECTION);
        shadows.addAll(shadow(behind, 0));
        room = sight.eye().indoor() ? footprint : room;
      } else {
        shadows.addAll(shadow(footprint, times));
      }
    }
    Geometry within = room == null ? sectors : overlay(sectors, room, OverlayNG.INTERSECTION);
    return shadows.isEmpty() ? within : overlay(within, union(shadows), OverlayNG.DIFFERENCE);
  }

  private double times(Blocker blocker) {
    double mount = sight.eye().mountCentimeters();
    return mount / (mount - blocker.heightCentimeters());
  }

  /**
   * All that lies in a footprint or behind it.
   *
   * @param times how many times as far as the footprint it reaches; 0 is without end
   */
  private List<Geometry> shadow(Geometry footprint, double times) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < footprint.getNumGeometries(); i++) {
      if (footprint.getGeometryN(i) instanceof Polygon polygon) {
        parts.add(polygon);
        eachWall(polygon, (a, b) -> parts.add(behind(a, b, times)));
      }
    }
    return parts;
  }

  /** What lies behind walls that face who is inside. */
  private List<Geometry> behindInnerWalls(Geometry footprint) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < footprint.getNumGeometries(); i++) {
      if (footprint.getGeometryN(i) instanceof Polygon polygon) {
        eachWall(
            polygon,
            (a, b) -> {
              // Where the ray goes in again: the foot lies outside of this wall.
              if (turn(a, b) > 0) {
                parts.add(behind(a, b, 0));
              }
            });
      }
    }
    return parts;
  }

  private interface Wall {
    void between(Coordinate a, Coordinate b);
  }

  /** Hands out walls with the building on their right, in pieces that are seen under 60 degrees. */
  private void eachWall(Polygon polygon, Wall wall) {
    Polygon turned = (Polygon) polygon.norm();
    ring(turned.getExteriorRing().getCoordinates(), wall);
    for (int i = 0; i < turned.getNumInteriorRing(); i++) {
      ring(turned.getInteriorRingN(i).getCoordinates(), wall);
    }
  }

  private static void ring(Coordinate[] ring, Wall wall) {
    for (int i = 0; i + 1 < ring.length; i++) {
      piece(ring[i], ring[i + 1], wall, 6);
    }
  }

  private static void piece(Coordinate a, Coordinate b, Wall wall, int most) {
    double span = Math.abs(Math.atan2(turn(a, b), a.x * b.x + a.y * b.y));
    if (span <= WIDEST_RADIANS || most == 0) {
      wall.between(a, b);
      return;
    }
    Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    piece(a, middle, wall, most - 1);
    piece(middle, b, wall, most - 1);
  }

  private static double turn(Coordinate a, Coordinate b) {
    return a.x * b.y - a.y * b.x;
  }

  private Polygon behind(Coordinate a, Coordinate b, double times) {
    double far = sight.eye().farMeters() * BEYOND;
    Coordinate c = pushed(b, times, far);
    Coordinate d = pushed(a, times, far);
    return METERS.createPolygon(new Coordinate[] {a.copy(), b.copy(), c, d, a.copy()});
  }

  private static Coordinate pushed(Coordinate a, double times, double far) {
    double from = Math.hypot(a.x, a.y);
    double factor = times > 0 ? times : Math.max(1, far / Math.max(from, 1e-6));
    return new Coordinate(a.x * factor, a.y * factor);
  }

  private static Geometry sector(Lens lens) {
    int steps = (int) Math.ceil(lens.angleDegrees() / STEP_DEGREES);
    List<Coordinate> ring = arc(lens, lens.farMeters(), steps);
    if (lens.isRound()) {
      ring.remove(ring.size() - 1);
      ring.add(ring.get(0).copy());
      Polygon disc = METERS.createPolygon(ring.toArray(Coordinate[]::new));
      if (lens.nearMeters() == 0) {
        return disc;
      }
      List<Coordinate> hole = arc(lens, lens.nearMeters(), steps);
      hole.set(hole.size() - 1, hole.get(0).copy());
      return METERS.createPolygon(
          disc.getExteriorRing(),
          new LinearRing[] {METERS.createLinearRing(hole.toArray(Coordinate[]::new))});
    }
    List<Coordinate> near =
        lens.nearMeters() == 0
            ? new ArrayList<>(List.of(new Coordinate()))
            : arc(lens, lens.nearMeters(), steps);
    Collections.reverse(near);
    ring.addAll(near);
    ring.add(ring.get(0).copy());
    return METERS.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static List<Coordinate> arc(Lens lens, double meters, int steps) {
    List<Coordinate> arc = new ArrayList<>();
    double left = lens.azimuthDegrees() - lens.angleDegrees() / 2;
    for (int i = 0; i <= steps; i++) {
      double azimuth = Math.toRadians(left + lens.angleDegrees() * i / steps);
      arc.add(new Coordinate(meters * Math.sin(azimuth), meters * Math.cos(azimuth)));
    }
    return arc;
  }

  private static Geometry union(List<? extends Geometry> parts) {
    return UnaryUnionNG.union(new ArrayList<Geometry>(parts), METERS, MILLIMETERS);
  }

  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    return OverlayNG.overlay(a, b, operation, MILLIMETERS);
  }

  private Geometry meters(Geometry degrees) {
    LatticePoint foot = sight.eye().place();
    double perLon = sight.plane().metersPerLon() * Lattice.UNITS_PER_DEGREE;
    double perLat = sight.plane().metersPerLat() * Lattice.UNITS_PER_DEGREE;
    Geometry copy = METERS.createGeometry(degrees).copy();
    copy.apply(
        (Coordinate at) -> {
          at.x = (at.x - foot.lonDegrees()) * perLon;
          at.y = (at.y - foot.latDegrees()) * perLat;
        });
    copy.geometryChanged();
    return copy;
  }

  private Geometry degrees(Geometry meters) {
    LatticePoint foot = sight.eye().place();
    double perLon = sight.plane().metersPerLon() * Lattice.UNITS_PER_DEGREE;
    double perLat = sight.plane().metersPerLat() * Lattice.UNITS_PER_DEGREE;
    Geometry copy = LatticeShape.DEGREES.createGeometry(meters).copy();
    copy.apply(
        (Coordinate at) -> {
          at.x = at.x / perLon + foot.lonDegrees();
          at.y = at.y / perLat + foot.latDegrees();
        });
    copy.geometryChanged();
    return copy;
  }
}
