package org.wangge.plan.balance;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.StreetEdge;
import org.wangge.plan.street.StreetNetwork;

/**
 * What stands on the ground under a plan, indexed by place (sort-tile-recursive trees), so that an
 * outline's figures cost what lies in its own box and not what lies in the plan. Immutable and
 * thread-safe.
 */
public final class PlanGround {
  private static final String INTERIORS_MEET = "T********";

  private final STRtree buildings = new STRtree();
  private final STRtree cameras = new STRtree();
  private final STRtree edges = new STRtree();
  private final StreetBorders streets;

  /** A building and the place where it is counted. */
  private record Standing(Building building, Coordinate middle) {}

  public PlanGround(
      Collection<Building> buildings,
      Collection<LatticePoint> cameras,
      Collection<StreetEdge> streets) {
    for (Building one : buildings) {
      Coordinate middle = coordinate(one.footprint().labelPoint());
      this.buildings.insert(
          one.footprint().scaled().getEnvelopeInternal(), new Standing(one, middle));
    }
    for (LatticePoint one : cameras) {
      this.cameras.insert(new Envelope(coordinate(one)), coordinate(one));
    }
    // A tree is built at the first question; asked by many threads at once, it must be there.
    this.buildings.build();
    this.cameras.build();
    for (StreetEdge one : streets) {
      Envelope box = new Envelope();
      one.line().forEach(point -> box.expandToInclude(coordinate(point)));
      edges.insert(box, one);
    }
    edges.build();
    this.streets = new StreetBorders(streets);
  }

  private static Coordinate coordinate(LatticePoint point) {
    return new Coordinate(point.lon(), point.lat());
  }

  /** The figures of an outline. */
  @SuppressWarnings("unchecked")
  public GroundFigures of(LatticeShape shape) {
    Geometry scaled = shape.scaled();
    Envelope box = scaled.getEnvelopeInternal();
    PointOnGeometryLocator inside = new IndexedPointInAreaLocator(scaled);
    int standing = 0;
    int housed = 0;
    List<Standing> near = buildings.query(box);
    for (Standing one : near) {
      if (holds(inside, one.middle())) {
        standing++;
        housed += one.building().households();
      }
    }
    int watching = 0;
    for (Coordinate place : (List<Coordinate>) cameras.query(box)) {
      watching += holds(inside, place) ? 1 : 0;
    }
    return new GroundFigures(
        standing,
        housed,
        watching,
        Geodesy.areaSquareMeters(shape),
        Geodesy.perimeterMeters(shape),
        streets.share(shape),
        cut(scaled, near));
  }

  /** The buildings whose box touches that of an outline. */
  @SuppressWarnings("unchecked")
  List<Building> buildingsNear(LatticeShape shape) {
    return ((List<Standing>) buildings.query(shape.scaled().getEnvelopeInternal()))
        .stream().map(Standing::building).toList();
  }

  /** The streets whose box touches that of an outline. */
  @SuppressWarnings("unchecked")
  StreetNetwork streetsNear(LatticeShape shape) {
    return StreetNetwork.of(edges.query(shape.scaled().getEnvelopeInternal()));
  }

  private static boolean holds(PointOnGeometryLocator inside, Coordinate place) {
    return inside.locate(place) != Location.EXTERIOR;
  }

  private static int cut(Geometry scaled, List<Standing> near) {
    PreparedGeometry whole = PreparedGeometryFactory.prepare(scaled);
    Geometry border = scaled.getBoundary();
    int cut = 0;
    for (Standing one : near) {
      Geometry footprint = one.building().footprint().scaled();
      boolean meets = !whole.covers(footprint) && whole.intersects(footprint);
      if (meets && RelateNG.relate(footprint, border, RelatePredicate.matches(INTERIORS_MEET))) {
        cut++;
      }
    }
    return cut;
  }
}
