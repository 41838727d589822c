package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aGrid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;
import org.wangge.server.storage.TestDatabase;

/** Grids made of real compounds, with the borders of two suppliers, on their way into force. */
class CompoundPlanTest {
  /** Of the extract with the buildings of Chaoyang: that of Tsinghua holds a single compound. */
  private static final double WEST = 116.4285;

  private static final double SOUTH = 39.9075;

  /** Width and height in units of the fifth decimal. */
  private static final int WIDE = 5_490;

  private static final int HIGH = 6_010;
  private static final double PER_DEGREE = 1e5;

  private static final String COMMUNITY = "990101001002";

  @Test
  void real_compounds_with_dirty_borders_are_repaired_split_and_published() throws IOException {
    List<LatticeShape> cells = cells();
    try (LifeTown town = new LifeTown(TestDatabase.H2)) {
      addGrids(town, cells);
      DrawnPlan begun = town.plans.begin(LifeTown.PLANNER, "整理边界", COMMUNITY);
      Topology topology = begun.topology();
      assertThat(topology.repairs()).hasSizeGreaterThan(cells.size() / 3);
      assertThat(topology.repairs())
          .allSatisfy(
              repair -> {
                assertThat(repair.place().lonDegrees()).isBetween(116.428, 116.484);
                assertThat(repair.place().latDegrees()).isBetween(39.907, 39.968);
                assertThat(repair.areas()).allMatch(id -> topology.find(id).isPresent());
              });
      assertThat(begun.grids()).hasSameSizeAs(cells);
      split(town, begun);
      long id = begun.plan().id();
      town.publish(id, null);
      assertThat(town.plans.get(LifeTown.PLANNER, id).plan().state())
          .isEqualTo(PlanState.PUBLISHED);
      DrawnPlan next = town.plans.begin(LifeTown.PLANNER, "下一个方案", COMMUNITY);
      assertThat(next.grids()).hasSize(cells.size() + 1).noneMatch(Face::isAltered);
      assertThat(next.topology().repairs()).isEmpty();
      Geometry[] outlines =
          next.grids().stream().map(face -> face.shape().scaled()).toArray(Geometry[]::new);
      assertThat(CoverageValidator.validate(outlines)).containsOnlyNulls();
    }
  }

  private static void addGrids(LifeTown town, List<LatticeShape> cells) {
    Caller all = Caller.upkeep();
    town.areas.add(all, aCommunity(COMMUNITY).build());
    for (int i = 0; i < cells.size(); i++) {
      String code = "%s%03d".formatted(COMMUNITY, i + 1);
      town.areas.add(all, aGrid(code).shape(cells.get(i)).households(400).build());
    }
  }

  /** Splits the largest grid from south to north. */
  private static void split(LifeTown town, DrawnPlan begun) {
    Face largest =
        begun.grids().stream().max((a, b) -> Double.compare(area(a), area(b))).orElseThrow();
    int lon = largest.label().lon();
    List<LatticePoint> line =
        List.of(
            new LatticePoint(lon, largest.shape().bounds().south() - 500),
            new LatticePoint(lon + 3, largest.shape().bounds().north() + 500));
    town.plans.edit(
        LifeTown.PLANNER,
        begun.plan().id(),
        new PlanRegister.Seen(1, OptionalInt.empty()),
        new PlanWish.Whole(new PlanOperation.Split(largest.id(), line, "")));
  }

  private static double area(Face face) {
    return face.shape().scaled().getArea();
  }

  /** What is nearest to each compound; every third rounded to five decimals by its supplier. */
  private static List<LatticeShape> cells() throws IOException {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(middles());
    Geometry diagram = builder.getDiagram(new GeometryFactory());
    Geometry box = diagram.getFactory().toGeometry(new Envelope(0, WIDE, 0, HIGH));
    List<LatticeShape> cells = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      // The cells share their coordinates, which are changed below.
      Geometry cell = diagram.getGeometryN(i).intersection(box).copy();
      double unit = i % 3 == 0 ? 1 : 0.01;
      cell.apply(
          (Coordinate vertex) -> {
            vertex.x = WEST + Math.rint(vertex.x / unit) * unit / PER_DEGREE;
            vertex.y = SOUTH + Math.rint(vertex.y / unit) * unit / PER_DEGREE;
          });
      cell.geometryChanged();
      cells.add(LatticeShape.ofDegrees(cell));
    }
    return cells;
  }

  private static List<Coordinate> middles() throws IOException {
    Path file =
        Path.of(System.getProperty("wangge.root", "."))
            .resolve("../shared/data/boundaries/derived-beijing-compounds-wgs84.geojson");
    assumeThat(file)
        .as("left out: no real data at ../shared/data beside the project")
        .matches(Files::exists);
    // Some compounds are in the file twice, a little beside each other: one of them is enough.
    List<Coordinate> middles = new ArrayList<>();
    for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).get("features")) {
      JsonNode rings = feature.get("geometry").get("coordinates");
      JsonNode shell =
          feature.get("geometry").get("type").asText().equals("Polygon")
              ? rings.get(0)
              : rings.get(0).get(0);
      double lon = 0;
      double lat = 0;
      for (JsonNode vertex : shell) {
        lon += vertex.get(0).asDouble() / shell.size();
        lat += vertex.get(1).asDouble() / shell.size();
      }
      Coordinate middle = new Coordinate((lon - WEST) * PER_DEGREE, (lat - SOUTH) * PER_DEGREE);
      if (new Envelope(0, WIDE, 0, HIGH).contains(middle)
          && middles.stream().noneMatch(other -> other.distance(middle) < 50)) {
        middles.add(middle);
      }
    }
    return middles;
  }
}
