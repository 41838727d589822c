package org.wangge.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.GridKind;
import org.wangge.plan.PlanTown;
import org.wangge.plan.operation.PlanOperation.Attributes;
import org.wangge.plan.operation.PlanOperation.Carve;
import org.wangge.plan.operation.PlanOperation.Merge;
import org.wangge.plan.operation.PlanOperation.MoveGround;
import org.wangge.plan.operation.PlanOperation.PutBack;
import org.wangge.plan.operation.PlanOperation.Reshape;
import org.wangge.plan.operation.PlanOperation.Vertex;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.redraw.FaceFigures;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

class OperationsTest {
  private static final String WEST = PlanTown.WEST;
  private static final String EAST = PlanTown.EAST;

  @Test
  void neighbours_become_one_new_grid_with_all_micro_grids_below_it() {
    Topology before = PlanTown.topology();
    Drawn drawn = does(before, new Merge(List.of(WEST, EAST), ""));
    assertThat(drawn.made()).containsExactly("e1-1");
    assertThat(drawn.gone()).contains(WEST, EAST, WEST + "001");
    Face merged = drawn.topology().getFace("e1-1");
    assertThat(merged.origins()).extracting(area -> area.code()).containsExactly(WEST, EAST);
    assertThat(drawn.topology().children("e1-1"))
        .as("four micro-grids; the ground of the east, which had none, belongs to them too")
        .hasSize(4);
    assertThat(Pieces.doubledArea(merged.shape()))
        .isEqualTo(
            Pieces.doubledArea(before.getFace(WEST).shape())
                + Pieces.doubledArea(before.getFace(EAST).shape()));
  }

  @Test
  void what_was_split_and_merged_again_has_the_outline_it_had_and_a_new_code() {
    Drawn split = does(PlanTown.topology(), PlanTown.split(EAST, 15_000, -100, 15_000, 10_100));
    Drawn merged = Operations.apply(split.topology(), new Merge(split.made(), ""), 2);
    Face whole = merged.topology().getFace("e2-1");
    assertThat(Pieces.doubledArea(whole.shape()))
        .isEqualTo(Pieces.doubledArea(PlanTown.topology().getFace(EAST).shape()));
    assertThat(whole.origins()).extracting(area -> area.code()).containsExactly(EAST);
    Seams.assertSeamless(merged.topology());
  }

  @Test
  void a_border_drawn_anew_gives_ground_and_both_grids_keep_their_codes() {
    Topology before = PlanTown.topology();
    Drawn drawn =
        does(
            before,
            new Reshape(
                WEST, EAST, PlanTown.line(10_000, 1_000, 12_000, 5_000, 10_000, 9_000), ""));
    assertThat(drawn.made()).isEmpty();
    assertThat(drawn.changed()).containsExactlyInAnyOrder(WEST, EAST);
    long gained =
        Pieces.doubledArea(drawn.topology().getFace(WEST).shape())
            - Pieces.doubledArea(before.getFace(WEST).shape());
    assertThat(gained).isEqualTo(2_000L * 8_000);
    assertThat(drawn.topology().getFace(WEST).isAltered()).isTrue();
    assertThat(drawn.topology().getFace(WEST).born()).isFalse();
  }

  @Test
  void a_new_border_from_outline_to_outline_takes_the_place_of_all_of_the_old_one() {
    Drawn drawn =
        does(
            PlanTown.topology(),
            new Reshape(EAST, WEST, PlanTown.line(11_000, -500, 11_000, 10_500), ""));
    assertThat(drawn.topology().getFace(EAST).shape().bounds().west())
        .isEqualTo(PlanTown.LON + 11_000);
    assertThat(drawn.topology().getFace(WEST).shape().bounds().east())
        .isEqualTo(PlanTown.LON + 11_000);
  }

  @Test
  void a_micro_grid_that_loses_a_corner_goes_on_and_one_that_goes_over_is_numbered_anew() {
    Drawn drawn =
        does(
            PlanTown.topology(),
            new Reshape(EAST, WEST, PlanTown.line(5_000, -500, 5_000, 10_500), ""));
    Topology after = drawn.topology();
    assertThat(after.children(WEST))
        .extracting(Face::id)
        .containsExactly(WEST + "002", WEST + "001");
    assertThat(after.piecesOf(EAST))
        .as("a grid without micro-grids takes the ground of two of them as its own")
        .containsExactly(EAST);
    assertThat(drawn.gone()).containsExactlyInAnyOrder(WEST + "003", WEST + "004");
  }

  @Test
  void an_exclusive_grid_is_carved_out_and_put_back() {
    Drawn carved =
        does(
            PlanTown.topology(),
            new Carve(
                EAST,
                PlanTown.line(13_000, 3_000, 16_000, 3_000, 16_000, 6_000, 13_000, 6_000),
                "实验小学",
                ""));
    Face school = carved.topology().getFace(carved.made().get(0));
    assertThat(school.kind()).isEqualTo(GridKind.EXCLUSIVE);
    assertThat(school.name()).isEqualTo("实验小学");
    assertThat(carved.topology().getFace(EAST).kind()).isEqualTo(GridKind.BASE);
    Drawn back = Operations.apply(carved.topology(), new PutBack(school.id(), ""), 2);
    Seams.assertSeamless(back.topology());
    assertThat(back.topology().getFace(EAST).shape())
        .isEqualTo(PlanTown.topology().getFace(EAST).shape());
    assertThat(back.gone()).containsExactly(school.id());
  }

  @Test
  void ground_within_a_ring_goes_to_the_neighbour() {
    Drawn drawn =
        does(
            PlanTown.topology(),
            new MoveGround(
                MoveGround.BLOCK,
                EAST,
                WEST,
                PlanTown.line(9_000, 3_000, 13_000, 3_000, 13_000, 6_000, 9_000, 6_000),
                ""));
    assertThat(drawn.topology().getFace(WEST).shape().bounds().east())
        .isEqualTo(PlanTown.LON + 13_000);
    assertThat(drawn.changed()).containsExactlyInAnyOrder(WEST, EAST);
  }

  @Test
  void a_vertex_moves_for_everybody_who_shares_it() {
    Drawn drawn =
        does(
            PlanTown.topology(),
            new Vertex(Vertex.MOVE, PlanTown.at(10_000, 5_000), PlanTown.at(10_800, 5_300), ""));
    Topology after = drawn.topology();
    assertThat(after.getFace(EAST).shape().bounds().west()).isEqualTo(PlanTown.LON + 10_000);
    for (String id : List.of(WEST, EAST, WEST + "003", WEST + "004")) {
      assertThat(after.getFace(id).shape().scaled().toText())
          .as(id)
          .contains((PlanTown.LON + 10_800) + " " + (PlanTown.LAT + 5_300));
    }
  }

  @Test
  void a_vertex_put_in_and_taken_out_leaves_what_there_was() {
    Drawn put =
        does(PlanTown.topology(), new Vertex(Vertex.INSERT, PlanTown.at(10_000, 7_000), null, ""));
    assertThat(put.changed()).containsExactlyInAnyOrder(WEST, EAST);
    Drawn out =
        Operations.apply(
            put.topology(), new Vertex(Vertex.DELETE, PlanTown.at(10_000, 7_000), null, ""), 2);
    assertThat(out.topology().getFace(EAST).shape())
        .isEqualTo(PlanTown.topology().getFace(EAST).shape());
    Seams.assertSeamless(out.topology());
  }

  @Test
  void a_name_is_changed_and_nothing_else() {
    Drawn drawn = does(PlanTown.topology(), new Attributes(EAST, "东头", null, ""));
    assertThat(drawn.topology().getFace(EAST).name()).isEqualTo("东头");
    assertThat(drawn.topology().getFace(EAST).isAltered()).isTrue();
  }

  @Test
  void who_lives_on_ground_that_changes_hands_is_counted_with_it_and_nobody_twice() {
    Drawn drawn =
        does(
            PlanTown.topology(),
            new Reshape(
                WEST, EAST, PlanTown.line(10_000, 1_000, 14_000, 5_000, 10_000, 9_000), ""));
    Map<String, FaceFigures> figures =
        PlanTown.redraw(
                drawn.topology(),
                List.of(
                    PlanTown.building("a", 2_000, 2_000, 500, 400),
                    PlanTown.building("b", 11_000, 5_000, 500, 100),
                    PlanTown.building("c", 18_000, 5_000, 500, 300)),
                (prefix, digits) -> 0,
                Instant.EPOCH)
            .figures();
    FaceFigures west = Objects.requireNonNull(figures.get(WEST));
    FaceFigures east = Objects.requireNonNull(figures.get(EAST));
    assertThat(west.households()).isEqualTo(500);
    assertThat(east.households()).isEqualTo(300);
    assertThat(west.population() + east.population())
        .isEqualTo(
            PlanTown.topology().getFace(WEST).area().population()
                + PlanTown.topology().getFace(EAST).area().population());
    assertThat(west.population()).isGreaterThan(east.population());
  }

  private static Drawn does(Topology before, PlanOperation operation) {
    Drawn drawn = Operations.apply(before, operation, 1);
    Seams.assertSeamless(drawn.topology());
    return drawn;
  }

  /** What is refused, by code; the operation is tried on the town of two grids. */
  static List<Map.Entry<String, PlanOperation>> refusals() {
    List<Map.Entry<String, PlanOperation>> all = new ArrayList<>();
    all.add(Map.entry("merge-needs-two", new Merge(List.of(WEST), "")));
    all.add(Map.entry("face-unknown", new Merge(List.of(WEST, "nothing"), "")));
    all.add(Map.entry("face-not-a-grid", new Merge(List.of(WEST, PlanTown.COMMUNITY), "")));
    all.add(Map.entry("face-not-a-grid", PlanTown.split(WEST + "001", 0, 0, 1, 1)));
    all.add(Map.entry("not-neighbours", new Reshape(WEST, WEST, line(0, 0, 9, 9), "")));
    all.add(Map.entry("line-too-short", new Reshape(WEST, EAST, line(0, 0, 0, 0), "")));
    all.add(
        Map.entry(
            "reshape-divides-nothing",
            new Reshape(WEST, EAST, line(10_000, 1_000, 10_000, 9_000), "")));
    all.add(
        Map.entry(
            "line-ends-inside", new Reshape(WEST, EAST, line(10_000, 1_000, 13_000, 5_000), "")));
    all.add(
        Map.entry(
            "line-misses-face", new Reshape(WEST, EAST, line(40_000, 1_000, 43_000, 5_000), "")));
    all.add(Map.entry("carve-from-exclusive", new Carve("school", square(1_000, 200), "", "")));
    all.add(Map.entry("line-misses-face", new Carve(EAST, square(60_000, 200), "", "")));
    all.add(Map.entry("line-crosses-itself", new Carve(EAST, bow(), "", "")));
    all.add(Map.entry("sliver", new Carve(EAST, square(15_000, 20), "", "")));
    all.add(Map.entry("put-back-not-exclusive", new PutBack(WEST, "")));
    all.add(Map.entry("vertex-not-found", vertex(Vertex.MOVE, 2_500, 2_500, 2_600, 2_600)));
    all.add(Map.entry("vertex-not-found", vertex(Vertex.DELETE, 7_000, 2_000, 0, 0)));
    all.add(Map.entry("border-not-found", vertex(Vertex.INSERT, 15_000, 5_000, 0, 0)));
    all.add(Map.entry("vertex-exists", vertex(Vertex.INSERT, 10_000, 5_000, 0, 0)));
    all.add(Map.entry("vertex-of-parent", vertex(Vertex.MOVE, 20_000, 0, 19_000, 1_000)));
    all.add(Map.entry("vertex-is-corner", vertex(Vertex.DELETE, 5_000, 5_000, 0, 0)));
    all.add(Map.entry("vertex-exists", vertex(Vertex.MOVE, 10_000, 5_000, 5_000, 5_000)));
    all.add(Map.entry("vertex-would-cross", vertex(Vertex.MOVE, 10_000, 5_000, 30_000, 5_000)));
    // Over the opposite side of the carved ground, which would be whole and valid, turned round.
    all.add(Map.entry("vertex-would-cross", vertex(Vertex.MOVE, 18_000, 8_000, 19_800, 8_500)));
    // Through the carved ground and on to the outline: its neighbour would be slit, not divided.
    all.add(
        Map.entry(
            "line-meets-hole", new Reshape(EAST, "e9-1", line(18_000, 8_000, 20_000, 8_700), "")));
    all.add(Map.entry("attributes-same", new Attributes(EAST, "", null, "")));
    all.add(Map.entry("name-length", new Attributes(EAST, "长".repeat(101), null, "")));
    all.add(
        Map.entry(
            "not-neighbours", new MoveGround("move-block", EAST, EAST, square(10_000, 900), "")));
    all.add(
        Map.entry(
            "line-misses-face", new MoveGround("move-block", EAST, WEST, square(60_000, 900), "")));
    all.add(
        Map.entry(
            "not-one-piece", new MoveGround("move-block", EAST, WEST, square(15_000, 900), "")));
    return all;
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_will_not_do_is_refused_by_name(Map.Entry<String, PlanOperation> refusal) {
    Topology town =
        Operations.apply(
                PlanTown.topology(),
                new Carve(EAST, PlanTown.line(18_000, 8_000, 19_500, 8_000, 19_500, 9_500), "", ""),
                9)
            .topology();
    PlanOperation operation =
        refusal.getValue() instanceof Carve carve && carve.face().equals("school")
            ? new Carve("e9-1", carve.ring(), "", "")
            : refusal.getValue();
    Invalid refused =
        catchThrowableOfType(Invalid.class, () -> Operations.apply(town, operation, 1));
    assertThat(refused).as(operation.toString()).isNotNull();
    assertThat(refused.code()).isEqualTo(refusal.getKey());
  }

  private static List<LatticePoint> line(int... places) {
    return PlanTown.line(places);
  }

  private static List<LatticePoint> square(int east, int half) {
    return PlanTown.line(
        east - half,
        5_000 - half,
        east + half,
        5_000 - half,
        east + half,
        5_000 + half,
        east - half,
        5_000 + half);
  }

  private static List<LatticePoint> bow() {
    return PlanTown.line(13_000, 3_000, 16_000, 6_000, 16_000, 3_000, 13_000, 6_000);
  }

  private static Vertex vertex(String kind, int east, int north, int toEast, int toNorth) {
    return new Vertex(
        kind,
        PlanTown.at(east, north),
        kind.equals(Vertex.MOVE) ? PlanTown.at(toEast, toNorth) : null,
        "");
  }
}
