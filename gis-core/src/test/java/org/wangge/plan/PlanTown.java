package org.wangge.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Areas;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.redraw.KnownGround;
import org.wangge.plan.redraw.Numbering;
import org.wangge.plan.redraw.Outcome;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.redraw.Terms;
import org.wangge.plan.topology.Topology;

/**
 * Two square grids side by side in a community, each of 10,000 lattice units (about 100 m), the
 * western one with four micro-grids; a police beat has the outline of the community. Places are
 * given from its south-west corner.
 */
public final class PlanTown {
  public static final String COMMUNITY = "990101001001";
  public static final String WEST = COMMUNITY + "001";
  public static final String EAST = COMMUNITY + "002";
  public static final int LON = 1_126_000_000;
  public static final int LAT = 289_000_000;
  public static final int SIDE = 10_000;

  private PlanTown() {}

  public static List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    areas.add(Areas.aDistrict("990101").build());
    areas.add(Areas.aStreet("990101001").build());
    LatticeShape community =
        shape(
            0, 0, 5_000, 0, SIDE, 0, 2 * SIDE, 0, 2 * SIDE, SIDE, SIDE, SIDE, 5_000, SIDE, 0, SIDE,
            0, 5_000);
    areas.add(Areas.aCommunity(COMMUNITY).shape(community).build());
    areas.add(
        Areas.aGrid(WEST)
            .households(600)
            .population(1501)
            .shape(
                shape(
                    0, 0, 5_000, 0, SIDE, 0, SIDE, 5_000, SIDE, SIDE, 5_000, SIDE, 0, SIDE, 0,
                    5_000))
            .build());
    areas.add(
        Areas.aGrid(EAST)
            .shape(shape(SIDE, 0, 2 * SIDE, 0, 2 * SIDE, SIDE, SIDE, SIDE, SIDE, 5_000))
            .build());
    areas.add(micro(1, 0, 0, 5_000, 0, 5_000, 5_000, 0, 5_000));
    areas.add(micro(2, 0, 5_000, 5_000, 5_000, 5_000, SIDE, 0, SIDE));
    areas.add(micro(3, 5_000, 0, SIDE, 0, SIDE, 5_000, 5_000, 5_000));
    areas.add(micro(4, 5_000, 5_000, SIDE, 5_000, SIDE, SIDE, 5_000, SIDE));
    areas.add(
        new AreaBuilder()
            .key(new AreaKey("police-beat", "JWQ-01"))
            .level(Level.OVERLAY)
            .name("第1警务区")
            .validity(areas.get(0).validity())
            .shape(community)
            .build());
    return areas;
  }

  private static Area micro(int number, int... places) {
    return Areas.anArea(Level.MICRO_GRID, WEST + "00" + number)
        .parentCode(WEST)
        .name("第1网格" + number + "号微网格")
        .households(150)
        .population(375)
        .shape(shape(places))
        .build();
  }

  public static LatticePoint at(int east, int north) {
    return new LatticePoint(LON + east, LAT + north);
  }

  /** A line through places given as east, north, east, north… */
  public static List<LatticePoint> line(int... places) {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      line.add(at(places[i], places[i + 1]));
    }
    return line;
  }

  public static LatticeShape shape(int... places) {
    return LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(ring(places)));
  }

  public static LinearRing ring(int... places) {
    List<Coordinate> ring = new ArrayList<>();
    line(places).forEach(point -> ring.add(new Coordinate(point.lon(), point.lat())));
    ring.add(ring.get(0));
    return LatticeShape.SCALED.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  public static Building building(String id, int east, int north, int side, int households) {
    LatticeShape footprint =
        shape(east, north, east + side, north, east + side, north + side, east, north + side);
    return new Building(id, footprint, 18, BuildingUse.HOUSING, households, id);
  }

  public static Split split(String face, int... places) {
    return new Split(face, line(places), "");
  }

  public static Topology topology(Area... more) {
    List<Area> areas = new ArrayList<>(areas());
    areas.addAll(Arrays.asList(more));
    return Topology.of(areas);
  }

  /** What faces come to where these buildings stand. */
  public static Redraw redraw(
      Topology topology, List<Building> buildings, Numbering.LastNumber lastNumber, Instant at) {
    return Outcome.of(topology, terms(buildings, CodeScheme.GB_GRID_1, lastNumber, at)).redraw();
  }

  /** What areas are made with where these buildings stand. */
  public static Terms terms(
      List<Building> buildings, CodeScheme scheme, Numbering.LastNumber lastNumber, Instant at) {
    return new Terms(box -> buildings, area -> scheme, lastNumber, new KnownGround(), at, "测试");
  }
}
