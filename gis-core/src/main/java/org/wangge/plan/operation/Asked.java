package org.wangge.plan.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Building;
import org.wangge.plan.operation.PlanOperation.MoveGround;
import org.wangge.plan.operation.PlanOperation.Reshape;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.planar.Chains;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Lengths;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.street.StreetNetwork;
import org.wangge.plan.street.StreetPath;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/** Completes what a planner asks for by what stands and runs on the ground. Thread-safe. */
public final class Asked {
  /** Ground round a building that goes with it. */
  private static final double AROUND_METERS = 2;

  /** Half the width of the ground that leads from a building to the border, and how far beyond. */
  private static final double PATH_METERS = 4;

  private final BuildingsIn buildings;
  private final StreetsIn streets;

  public Asked(BuildingsIn buildings, StreetsIn streets) {
    this.buildings = buildings;
    this.streets = streets;
  }

  /**
   * The operation that a wish comes to.
   *
   * @throws Invalid with code {@code no-street-near}, {@code no-way-along-streets}, {@code
   *     not-neighbours}, {@code border-on-street} or {@code building-not-beside}, and the place
   */
  public PlanOperation operation(Tx tx, Caller caller, Topology topology, PlanWish wish) {
    if (wish instanceof PlanWish.AlongStreets along) {
      Face face = topology.getFace(along.face());
      StreetNetwork near = near(tx, caller, face.shape().bounds());
      List<LatticePoint> line =
          StreetPath.between(near, along.from(), along.to(), face.shape()).line();
      return new Split(face.id(), line, along.reason());
    }
    if (wish instanceof PlanWish.SnapBorder snap) {
      return snapped(tx, caller, topology, snap);
    }
    if (wish instanceof PlanWish.MoveBuilding move) {
      return moved(tx, caller, topology, move);
    }
    return ((PlanWish.Whole) wish).operation();
  }

  private StreetNetwork near(Tx tx, Caller caller, LatticeBox box) {
    return StreetNetwork.of(streets.streetsIn(tx, caller, box, tx.now()));
  }

  private Reshape snapped(Tx tx, Caller caller, Topology topology, PlanWish.SnapBorder snap) {
    Region both = Region.of(topology, List.of(snap.face(), snap.neighbour()));
    Set<Edge> common = new LinkedHashSet<>(both.bordersOfGrids());
    List<Edge> longest =
        Chains.of(common).stream()
            .max(Comparator.comparingDouble(Lengths::units))
            .orElseThrow(
                () ->
                    Refusal.at(
                        both.face().label(),
                        "neighbour",
                        "not-neighbours",
                        Map.of("face", snap.face())));
    List<LatticePoint> border = Chains.places(longest);
    LatticePoint from = border.get(0);
    LatticePoint to = border.get(border.size() - 1);
    StreetNetwork near = near(tx, caller, both.shape().bounds());
    if (near.carries(border)) {
      throw Refusal.at(
          border.get(border.size() / 2),
          "neighbour",
          "border-on-street",
          Map.of("face", snap.face(), "neighbour", snap.neighbour()));
    }
    List<LatticePoint> line = new ArrayList<>(List.of(from));
    line.addAll(StreetPath.between(near, from, to).line());
    line.add(to);
    return new Reshape(snap.face(), snap.neighbour(), line, snap.reason());
  }

  private MoveGround moved(Tx tx, Caller caller, Topology topology, PlanWish.MoveBuilding move) {
    Face to = topology.getFace(move.to());
    for (String id : topology.neighboursOf(to.id())) {
      Face from = topology.getFace(id);
      for (Building building : buildings.buildingsIn(tx, caller, from.shape().bounds(), tx.now())) {
        Coordinate middle = GroundScale.coordinate(building.footprint().labelPoint());
        if (building.id().equals(move.building()) && Pieces.holds(from.shape().scaled(), middle)) {
          return new MoveGround(
              MoveGround.BUILDING, from.id(), to.id(), ground(building, to), move.reason());
        }
      }
    }
    throw Refusal.at(
        to.label(), "building", "building-not-beside", Map.of("building", move.building()));
  }

  /** The building, some ground round it, and the way from there to the border. */
  private static List<LatticePoint> ground(Building building, Face to) {
    GroundScale scale = new GroundScale(building.footprint().labelPoint());
    Geometry house = scale.toMeters(building.footprint().scaled());
    Geometry border = scale.toMeters(to.shape().scaled());
    Coordinate[] nearest = DistanceOp.nearestPoints(house, border);
    Geometry end = RingEdges.FLOATING.createPoint(nearest[1]).buffer(PATH_METERS, 2);
    Geometry ground = house.buffer(AROUND_METERS, 2).union(end).convexHull();
    List<LatticePoint> ring = new ArrayList<>();
    for (Coordinate corner : ground.getCoordinates()) {
      LatticePoint point = scale.toLattice(corner);
      if (!ring.contains(point)) {
        ring.add(point);
      }
    }
    return ring;
  }
}
