package org.wangge.plan.balance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.demo.DemoTown;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRule;
import org.wangge.grid.SizeRules;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetEdge;
import org.wangge.place.Traveller;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/** Ground to be counted: a square of 100 m by hand, and the generated town. */
final class BalanceTown {
  static final DemoTown TOWN = DemoTown.generate(5, Instant.parse("2026-11-03T07:20:00Z"));
  static final SizeRules RULES =
      new SizeRules(
          List.of(
              SizeRule.everywhere(
                  Level.GRID, GridKind.BASE, SizeRule.Measure.HOUSEHOLDS, 300, 500)));
  private static final int LON = 1_126_000_000;
  private static final int LAT = 289_000_000;

  private BalanceTown() {}

  static LatticePoint at(int east, int north) {
    return new LatticePoint(LON + east, LAT + north);
  }

  static List<LatticePoint> line(int... places) {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      line.add(at(places[i], places[i + 1]));
    }
    return line;
  }

  static LatticeShape box(int west, int south, int east, int north) {
    Coordinate[] ring =
        line(west, south, east, south, east, north, west, north, west, south).stream()
            .map(point -> new Coordinate(point.lon(), point.lat()))
            .toArray(Coordinate[]::new);
    return LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(ring));
  }

  static Building building(String id, int east, int north, int households) {
    return new Building(
        id, box(east, north, east + 1_000, north + 1_000), 18, BuildingUse.HOUSING, households, id);
  }

  static StreetEdge street(String id, int... places) {
    return new StreetEdge(
        id,
        "s",
        StreetClass.LOCAL,
        id + "a",
        id + "b",
        Traveller.usualOn(StreetClass.LOCAL),
        line(places));
  }

  static PlanGround townGround() {
    List<StreetEdge> edges = new ArrayList<>();
    TOWN.streetGraph()
        .edges()
        .forEach(
            edge ->
                edges.add(
                    new StreetEdge(
                        "e" + edges.size(),
                        edge.streetId(),
                        edge.streetClass(),
                        "n" + edge.from(),
                        "n" + edge.to(),
                        edge.allowed(),
                        edge.line())));
    return new PlanGround(
        TOWN.buildings(), TOWN.cameras().stream().map(camera -> camera.location()).toList(), edges);
  }

  static List<Face> grids(Topology topology) {
    return topology.faces().stream().filter(face -> face.level() == Level.GRID).toList();
  }

  /** The faces of a made-up coverage of squares, as many as a city has. */
  static Map<String, LatticeShape> squares(int columns, int rows) {
    Map<String, LatticeShape> squares = new HashMap<>();
    for (int i = 0; i < columns * rows; i++) {
      int west = i % columns * 1_000;
      int south = i / columns * 1_000;
      squares.put("g" + i, box(west, south, west + 1_000, south + 1_000));
    }
    return squares;
  }

  static Optional<Face> largest(Topology topology) {
    return grids(topology).stream()
        .max((a, b) -> Integer.compare(a.area().households(), b.area().households()));
  }
}
