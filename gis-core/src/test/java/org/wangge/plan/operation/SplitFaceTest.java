package org.wangge.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.LinearRing;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Areas;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.plan.PlanTown;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.repair.Repair;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

class SplitFaceTest {

  @Test
  void a_line_from_border_to_border_makes_two_and_everybody_who_has_the_border_gets_the_vertex() {
    Topology before = PlanTown.topology();
    Drawn drawn =
        SplitFace.apply(before, PlanTown.split(PlanTown.WEST, -500, 3_000, 11_000, 3_001), 1);
    Topology after = drawn.topology();
    Seams.assertSeamless(after);
    assertThat(drawn.made()).containsExactly("e1-1", "e1-2");
    assertThat(after.find(PlanTown.WEST)).isEmpty();
    assertThat(after.getFace(PlanTown.EAST).shape().vertexCount()).isEqualTo(7);
    assertThat(after.getFace(PlanTown.COMMUNITY).shape().vertexCount()).isEqualTo(11);
    assertThat(after.getFace("police-beat:JWQ-01").shape())
        .as("an overlay has the same edges")
        .isEqualTo(after.getFace(PlanTown.COMMUNITY).shape());
    assertThat(after.faces().stream().filter(Face::isAltered).map(Face::id))
        .containsExactlyInAnyOrder(PlanTown.EAST, PlanTown.COMMUNITY, "police-beat:JWQ-01");
    assertThat(before.find(PlanTown.WEST)).as("the old topology is as it was").isPresent();
  }

  @Test
  void micro_grids_go_to_their_half_or_are_cut_by_the_same_line() {
    Drawn drawn =
        SplitFace.apply(
            PlanTown.topology(), PlanTown.split(PlanTown.WEST, -500, 3_000, 11_000, 3_000), 1);
    String south = drawn.made().stream().filter(id -> isSouth(drawn, id)).findFirst().orElseThrow();
    String north = drawn.made().stream().filter(id -> !id.equals(south)).findFirst().orElseThrow();
    assertThat(drawn.topology().children(south)).hasSize(2);
    assertThat(drawn.topology().children(north)).hasSize(4);
  }

  private static boolean isSouth(Drawn drawn, String id) {
    return drawn.topology().getFace(id).label().lat() < PlanTown.LAT + 3_000;
  }

  @Test
  void along_the_borders_of_micro_grids_none_is_cut() {
    Drawn drawn =
        SplitFace.apply(
            PlanTown.topology(),
            PlanTown.split(PlanTown.WEST, -9, 5_010, 5_020, 4_990, 10_008, 5_003),
            1);
    assertThat(drawn.path()).isEqualTo(PlanTown.line(0, 5_000, 5_000, 5_000, 10_000, 5_000));
    for (String id : drawn.made()) {
      assertThat(drawn.topology().children(id)).hasSize(2);
    }
    assertThat(drawn.topology().faces().stream().filter(Face::isAltered)).isEmpty();
    Seams.assertSeamless(drawn.topology());
  }

  @Test
  void an_end_near_a_vertex_takes_the_vertex_and_one_far_from_all_gets_its_own() {
    Drawn drawn =
        SplitFace.apply(
            PlanTown.topology(), PlanTown.split(PlanTown.WEST, 5_150, -100, 5_150, 10_300), 1);
    assertThat(drawn.path().get(0)).isEqualTo(PlanTown.at(5_000, 0));
    assertThat(drawn.path().get(drawn.path().size() - 1)).isEqualTo(PlanTown.at(5_000, 10_000));
    Drawn far =
        SplitFace.apply(
            PlanTown.topology(), PlanTown.split(PlanTown.WEST, 6_000, -100, 6_000, 10_300), 1);
    assertThat(far.path()).contains(PlanTown.at(6_000, 0), PlanTown.at(6_000, 10_000));
  }

  @Test
  void a_drawn_bend_on_a_micro_border_becomes_a_vertex_of_it() {
    Drawn drawn =
        SplitFace.apply(
            PlanTown.topology(),
            PlanTown.split(PlanTown.WEST, -100, 2_000, 3_000, 5_010, -100, 8_000),
            1);
    assertThat(drawn.path()).contains(PlanTown.at(3_000, 5_000));
    Seams.assertSeamless(drawn.topology());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "line-too-short | 0 0 0 0",
        "line-crosses-itself | -100 3000 8000 3000 8000 6000 4000 -3000",
        "line-crosses-itself | -100 3000 8000 3000 4000 3000",
        "line-misses-face | -100 -100 30000 -100",
        "line-misses-face | 0 0 10000 0",
        "line-ends-inside | -100 3000 5000 3000",
        "line-ends-together | -100 3000 2000 3000 -100 3100",
        "sliver | 500 -100 -100 500",
        "sliver | 600 -100 30 3000 30 7000 600 10100",
      })
  void a_line_that_will_not_do_is_refused_with_its_place(String code, String places) {
    Invalid refusal = refusal(PlanTown.topology(), PlanTown.WEST, numbers(places));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.field()).isEqualTo("line");
    if (!code.equals("line-too-short")) {
      assertThat(refusal.details()).containsKeys("lon", "lat");
      assertThat(refusal.details())
          .extractingByKey("lon", InstanceOfAssertFactories.DOUBLE)
          .isBetween(112.59, 112.61);
    }
  }

  private static int[] numbers(String places) {
    return Arrays.stream(places.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static Invalid refusal(Topology topology, String face, int... places) {
    return catchThrowableOfType(
        Invalid.class, () -> SplitFace.apply(topology, PlanTown.split(face, places), 1));
  }

  @Test
  void a_line_that_crosses_several_times_makes_a_grid_of_every_part() {
    Drawn drawn =
        SplitFace.apply(
            PlanTown.topology(),
            PlanTown.split(PlanTown.WEST, -100, 3_000, 11_000, 3_000, 11_000, 7_000, -100, 7_000),
            1);
    assertThat(drawn.made()).containsExactly("e1-1", "e1-2", "e1-3");
    assertThat(drawn.paths()).hasSize(2);
    Seams.assertSeamless(drawn.topology());
  }

  @Test
  void a_thousand_points_are_a_line_and_more_are_not() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i <= 1_000; i++) {
      places.addAll(List.of(-100 + i * 11, 3_000 + i % 2));
    }
    int[] many = places.stream().mapToInt(Integer::intValue).toArray();
    assertThat(refusal(PlanTown.topology(), PlanTown.WEST, many).code()).isEqualTo("line-too-long");
  }

  @Test
  void what_is_no_grid_or_not_there_is_not_split() {
    Topology topology = PlanTown.topology();
    assertThat(refusal(topology, "nothing", 0, 0, 1, 1).code()).isEqualTo("face-unknown");
    assertThat(refusal(topology, PlanTown.COMMUNITY, 0, 0, 1, 1).code())
        .isEqualTo("face-not-a-grid");
    Area odd =
        Areas.anArea(Level.MICRO_GRID, PlanTown.EAST + "001").parentCode(PlanTown.EAST).build();
    assertThat(refusal(PlanTown.topology(odd), PlanTown.EAST, 15_000, -9, 15_000, 10_100).code())
        .isEqualTo("child-without-outline");
  }

  @Test
  void a_grid_in_pieces_is_not_split() {
    LatticeShape pieces =
        LatticeShape.ofScaled(
            PlanTown.shape(30_000, 0, 31_000, 0, 31_000, 900)
                .scaled()
                .union(PlanTown.shape(32_000, 0, 33_000, 0, 33_000, 900).scaled()));
    Area odd = Areas.aGrid(PlanTown.COMMUNITY + "003").shape(pieces).build();
    assertThat(refusal(PlanTown.topology(odd), odd.code(), 30_500, -9, 30_500, 900).code())
        .isEqualTo("face-in-pieces");
  }

  @Test
  void a_line_goes_around_an_exclusive_grid_and_may_not_end_at_it() {
    LatticeShape ring =
        LatticeShape.ofScaled(
            LatticeShape.SCALED.createPolygon(
                PlanTown.ring(30_000, 0, 40_000, 0, 40_000, 10_000, 30_000, 10_000),
                new LinearRing[] {
                  PlanTown.ring(33_000, 3_000, 36_000, 3_000, 36_000, 6_000, 33_000, 6_000)
                }));
    Area around = Areas.aGrid(PlanTown.COMMUNITY + "003").shape(ring).build();
    Area school =
        Areas.aGrid(PlanTown.COMMUNITY + "004")
            .kind(GridKind.EXCLUSIVE)
            .shape(PlanTown.shape(33_000, 3_000, 36_000, 3_000, 36_000, 6_000, 33_000, 6_000))
            .build();
    Topology topology = PlanTown.topology(around, school);
    assertThat(refusal(topology, around.code(), 29_000, 4_000, 33_000, 4_000).code())
        .isEqualTo("line-meets-hole");
    assertThat(refusal(topology, around.code(), 29_000, 4_000, 41_000, 4_000).code())
        .isEqualTo("line-meets-hole");
    Drawn drawn =
        SplitFace.apply(topology, PlanTown.split(around.code(), 29_000, 8_000, 41_000, 8_000), 1);
    assertThat(drawn.made()).hasSize(2);
    assertThat(
            drawn.topology().getFace(drawn.made().get(0)).shape().vertexCount()
                + drawn.topology().getFace(drawn.made().get(1)).shape().vertexCount())
        .as("two rectangles, and the hole in one of them")
        .isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"0 5000 0 9000 -3000 5000, 9000", "0 5000 0 7000 0 10000 -3000 5000, 7000"})
  void a_neighbour_with_other_vertices_on_the_border_is_repaired_and_gets_the_new_one(
      String outline, int north) {
    Area neighbour =
        Areas.aGrid(PlanTown.COMMUNITY + "003").shape(PlanTown.shape(numbers(outline))).build();
    Topology topology = PlanTown.topology(neighbour);
    assertThat(topology.repairs())
        .extracting(Repair::kind)
        .contains(Repair.Kind.VERTEX)
        .isSubsetOf(Repair.Kind.VERTEX, Repair.Kind.FOLLOWED);
    assertThat(
            topology.bystanders(
                new LatticeBox(-1_800_000_000, -900_000_000, 1_800_000_000, 900_000_000)))
        .noneMatch(Topology::isGrid);
    for (String id : List.of(PlanTown.WEST, PlanTown.COMMUNITY, "police-beat:JWQ-01")) {
      assertThat(RingEdges.hasVertex(topology.getFace(id).shape(), PlanTown.at(0, north)))
          .as(id)
          .isTrue();
    }
    Drawn drawn =
        SplitFace.apply(topology, PlanTown.split(PlanTown.WEST, -100, 6_000, 11_000, 6_000), 1);
    assertThat(drawn.made()).hasSize(2);
    assertThat(
            RingEdges.hasVertex(
                drawn.topology().getFace(neighbour.code()).shape(), PlanTown.at(0, 6_000)))
        .isTrue();
  }

  @Test
  void no_vertex_is_put_where_rounding_would_move_the_border_over_another_corner() {
    Area grid =
        Areas.aGrid(PlanTown.COMMUNITY + "003")
            .shape(PlanTown.shape(30_000, 0, 40_001, 3, 35_000, 9_000))
            .build();
    Area corner =
        Areas.aGrid(PlanTown.COMMUNITY + "004")
            .shape(PlanTown.shape(33_334, 1, 33_000, -900, 33_600, -900))
            .build();
    Edge edge = new Edge(PlanTown.at(30_000, 0), PlanTown.at(40_001, 3));
    assertThat(Topology.of(List.of(grid)).insert(edge, PlanTown.at(35_000, 1)).faces()).hasSize(1);
    Invalid refusal =
        catchThrowableOfType(
            Invalid.class,
            () -> Topology.of(List.of(grid, corner)).insert(edge, PlanTown.at(35_000, 1)));
    assertThat(refusal.code()).isEqualTo("vertex-would-cross");
  }
}
