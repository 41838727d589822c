package org.wangge.plan.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fault.Invalid;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** Streets of a chess board; a lattice unit is about a centimetre. */
class StreetPathTest {
  private static final int LON = 1_126_000_000;
  private static final int LAT = 289_000_000;

  /** Two streets from south to north, two across. */
  private static final StreetNetwork BOARD =
      new StreetNetwork(
          List.of(
              line(3_000, -5_000, 3_000, 3_000, 3_000, 7_000, 3_000, 15_000),
              line(7_000, -5_000, 7_000, 3_000, 7_000, 7_000, 7_000, 15_000),
              line(-5_000, 3_000, 3_000, 3_000, 7_000, 3_000, 15_000, 3_000),
              line(-5_000, 7_000, 3_000, 7_000, 7_000, 7_000, 15_000, 7_000)));

  private static final LatticeShape SQUARE = square(0, 0, 10_000, 10_000);

  @Test
  void the_way_follows_the_streets_and_is_the_shortest() {
    StreetPath path = StreetPath.between(BOARD, at(3_100, -5_000), at(15_000, 7_050));
    assertThat(path.line()).startsWith(at(3_000, -5_000)).endsWith(at(15_000, 7_000));
    double meters = 0;
    for (int i = 1; i < path.line().size(); i++) {
      meters += Geodesy.distanceMeters(path.line().get(i - 1), path.line().get(i));
    }
    assertThat(path.meters()).isCloseTo(meters, within(0.1));
    // 120 m east and 120 m north, whatever the corners: no other way is shorter.
    assertThat(path.meters())
        .isCloseTo(
            Geodesy.distanceMeters(at(3_000, 0), at(15_000, 0))
                + Geodesy.distanceMeters(at(0, -5_000), at(0, 7_000)),
            within(0.1));
  }

  @Test
  void a_place_beside_a_stretch_is_taken_to_the_stretch_itself() {
    StreetPath path = StreetPath.between(BOARD, at(3_300, 4_000), at(3_200, 6_000));
    assertThat(path.line()).containsExactly(at(3_000, 4_000), at(3_000, 6_000));
  }

  @Test
  void within_a_face_the_way_leads_from_border_to_border() {
    StreetPath path = StreetPath.between(BOARD, at(3_200, -300), at(2_800, 10_400), SQUARE);
    assertThat(path.line())
        .containsExactly(at(3_000, 0), at(3_000, 3_000), at(3_000, 7_000), at(3_000, 10_000));
  }

  @Test
  void what_runs_along_the_border_divides_nothing() {
    StreetNetwork around =
        new StreetNetwork(
            List.of(line(-2_000, 100, 5_000, 100, 12_000, 100), line(5_000, 100, 5_000, 10_000)));
    StreetsWithin inside = StreetsWithin.of(around, SQUARE);
    assertThat(inside.exits()).containsExactlyInAnyOrder(at(5_000, 100), at(5_000, 10_000));
    assertThat(inside.crossings()).hasSize(1);
  }

  @Test
  void no_crossing_passes_a_third_place_of_the_border() {
    StreetsWithin inside = StreetsWithin.of(BOARD, SQUARE);
    assertThat(inside.exits()).hasSize(8);
    assertThat(inside.crossings())
        .hasSize(28)
        .allSatisfy(
            path ->
                assertThat(path.line().subList(1, path.line().size() - 1))
                    .doesNotContainAnyElementsOf(inside.exits()));
  }

  @Test
  void a_bridge_is_no_way_onto_the_street_below_it() {
    StreetNetwork bridge =
        new StreetNetwork(List.of(line(0, 5_000, 10_000, 5_000), line(5_000, 0, 5_000, 10_000)));
    assertRefused("to", "no-way-along-streets", bridge, at(0, 5_000), at(5_000, 10_000));
  }

  @Test
  void a_line_lies_on_streets_or_leaves_them_somewhere() {
    assertThat(BOARD.carries(line(3_000, 0, 3_000, 7_000, 9_000, 7_000))).isTrue();
    assertThat(BOARD.carries(line(3_010, 0, 2_990, 7_000))).as("ten centimetres beside").isTrue();
    assertThat(BOARD.carries(line(3_050, 0, 3_050, 7_000))).as("half a metre beside").isFalse();
    assertThat(BOARD.carries(line(3_000, 3_000, 7_000, 7_000))).as("across the block").isFalse();
    assertThat(new StreetNetwork(List.of()).carries(line(0, 0, 1, 1))).isFalse();
  }

  @Test
  void a_place_far_from_every_street_is_refused_with_the_place() {
    assertRefused("from", "no-street-near", BOARD, at(100_000, 0), at(3_000, 0));
    assertRefused("to", "no-street-near", BOARD, at(3_000, 0), at(100_000, 0));
    assertRefused("from", "no-street-near", new StreetNetwork(List.of()), at(0, 0), at(1, 0));
  }

  private static void assertRefused(
      String field, String code, StreetNetwork streets, LatticePoint from, LatticePoint to) {
    assertThatThrownBy(() -> StreetPath.between(streets, from, to))
        .isInstanceOfSatisfying(
            Invalid.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.details()).containsKeys("lon", "lat");
            });
  }

  private static LatticePoint at(int east, int north) {
    return new LatticePoint(LON + east, LAT + north);
  }

  private static List<LatticePoint> line(int... places) {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      line.add(at(places[i], places[i + 1]));
    }
    return line;
  }

  private static LatticeShape square(int west, int south, int east, int north) {
    Coordinate[] ring =
        line(west, south, east, south, east, north, west, north, west, south).stream()
            .map(point -> new Coordinate(point.lon(), point.lat()))
            .toArray(Coordinate[]::new);
    return LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(ring));
  }
}
