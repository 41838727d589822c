package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wangge.grid.Areas.square;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.CoverageCheck.Bounds;
import org.wangge.grid.CoverageCheck.Member;
import org.wangge.grid.CoverageCheck.Parent;
import org.wangge.grid.CoverageFlaw.Kind;

class CoverageCheckTest {
  private static final int LON = 1_110_000_000;
  private static final int LAT = 290_000_000;

  @Test
  void squares_side_by_side_have_no_flaw_and_form_one_piece() {
    CoverageReport report = check(at("a", 0, 0), at("b", 1000, 0), at("c", 0, 1000));
    assertThat(report.counts()).isEmpty();
    assertThat(report.pieces()).isEqualTo(1);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void a_warped_coverage_has_no_overlap_and_only_the_gap_that_was_left_in_it() {
    WarpedCoverage coverage = new WarpedCoverage(1, 12, 9);
    List<Member> members = new ArrayList<>();
    for (LatticeShape shape : coverage.shapes()) {
      members.add(new Member("a" + members.size(), shape, true));
    }
    CoverageReport report = CoverageCheck.check(members, List.of(), Bounds.USUAL);
    assertThat(report.count(Kind.OVERLAP)).isZero();
    assertThat(report.count(Kind.NARROW_GAP)).isZero();
    assertThat(report.count(Kind.GAP)).isEqualTo(1);
    assertThat(report.pieces()).isEqualTo(1);
  }

  @Test
  void an_overlap_of_one_lattice_unit_is_found() {
    CoverageReport report = check(at("a", 0, 0), at("b", 999, 0));
    assertThat(report.count(Kind.OVERLAP)).isEqualTo(1);
    CoverageFlaw flaw = report.flaws().get(0);
    assertThat(flaw.codes()).containsExactly("a", "b");
    // 1e-7° × 1e-4°: 1 cm wide, 11 m long.
    assertThat(flaw.squareMeters()).isCloseTo(0.108, within(0.01));
  }

  @Test
  void an_overlap_thinner_than_the_lattice_is_found_though_it_has_no_size() {
    LatticeShape wedge = shape(new int[][] {{0, 0}, {100_000, 0}, {100_000, 5}, {0, 1}});
    LatticeShape under = shape(new int[][] {{0, -100}, {100_000, -100}, {100_000, 1}, {0, 0}});
    CoverageReport report = check(new Member("a", wedge, true), new Member("b", under, true));
    assertThat(report.count(Kind.OVERLAP)).isEqualTo(1);
  }

  @Test
  void a_gap_all_around_closed_is_told_with_size_place_and_neighbours() {
    CoverageReport report =
        check(
            new Member("around", ring(), true),
            new Member("within", square(LON + 1000, LAT + 1000, 500), true));
    assertThat(report.count(Kind.GAP)).isEqualTo(1);
    CoverageFlaw gap = report.flaws().get(0);
    assertThat(gap.codes()).containsExactly("around", "within");
    double hole = Geodesy.areaSquareMeters(square(LON + 1000, LAT + 1000, 1000));
    double filled = Geodesy.areaSquareMeters(square(LON + 1000, LAT + 1000, 500));
    assertThat(gap.squareMeters()).isCloseTo(hole - filled, within(1.0));
  }

  @Test
  void neighbours_that_nearly_touch_are_a_narrow_gap_unless_another_lies_between() {
    assertThat(check(at("a", 0, 0), at("b", 1300, 0)).count(Kind.NARROW_GAP)).isEqualTo(1);
    assertThat(check(at("a", 0, 0), at("b", 1600, 0)).count(Kind.NARROW_GAP)).isZero();
    Member between = new Member("c", box(1000, -50, 1300, 1050), true);
    assertThat(check(at("a", 0, 0), at("b", 1300, 0), between).counts()).isEmpty();
  }

  @Test
  void ground_of_the_parent_that_no_child_holds_is_a_gap_and_a_child_beyond_it_is_told() {
    List<Member> children = List.of(at("a", 0, 0), at("b", 1000, 0));
    Parent parent = new Parent("p", box(0, 0, 1500, 2000), Set.of("a", "b"));
    CoverageReport report = CoverageCheck.check(children, List.of(parent), Bounds.USUAL);
    assertThat(report.count(Kind.GAP)).isEqualTo(1);
    assertThat(report.count(Kind.OUTSIDE_PARENT)).isEqualTo(1);
    assertThat(report.flaws())
        .filteredOn(flaw -> flaw.kind() == Kind.OUTSIDE_PARENT)
        .allSatisfy(flaw -> assertThat(flaw.codes()).containsExactly("b", "p"));
  }

  @Test
  void flaws_among_areas_that_are_there_already_are_not_told() {
    Member old = new Member("a", square(LON, LAT, 1000), false);
    Member older = new Member("b", square(LON + 500, LAT, 1000), false);
    assertThat(check(old, older).count(Kind.OVERLAP)).isZero();
    assertThat(check(old, older, at("c", 700, 700)).count(Kind.OVERLAP)).isEqualTo(2);
  }

  @Test
  @Timeout(30)
  void two_combs_made_to_cross_millions_of_times_are_left_out_and_the_report_says_so() {
    CoverageReport report =
        check(new Member("a", comb(4000, false), true), new Member("b", comb(4000, true), true));
    assertThat(report.complete()).isFalse();
    assertThat(report.pieces()).isZero();
  }

  private static CoverageReport check(Member... members) {
    return CoverageCheck.check(List.of(members), List.of(), Bounds.USUAL);
  }

  private static Member at(String code, int east, int north) {
    return new Member(code, square(LON + east, LAT + north, 1000), true);
  }

  private static LatticeShape box(int west, int south, int east, int north) {
    return shape(new int[][] {{west, south}, {east, south}, {east, north}, {west, north}});
  }

  private static LatticeShape ring() {
    return LatticeShape.ofScaled(
        square(LON, LAT, 3000).scaled().difference(square(LON + 1000, LAT + 1000, 1000).scaled()));
  }

  private static LatticeShape comb(int teeth, boolean turned) {
    int[][] points = new int[2 * teeth + 2][];
    for (int i = 0; i < teeth; i++) {
      points[2 * i] = new int[] {20 * i, 1000};
      points[2 * i + 1] = new int[] {20 * i + 10, 20 * teeth};
    }
    points[2 * teeth] = new int[] {20 * teeth, 1000};
    points[2 * teeth + 1] = new int[] {10 * teeth, 0};
    if (turned) {
      for (int[] point : points) {
        int x = point[0];
        point[0] = point[1];
        point[1] = x;
      }
    }
    return shape(points);
  }

  private static LatticeShape shape(int[][] corners) {
    Coordinate[] ring = new Coordinate[corners.length + 1];
    for (int i = 0; i < ring.length; i++) {
      int[] corner = corners[i % corners.length];
      ring[i] = new Coordinate(LON + corner[0], LAT + corner[1]);
    }
    return LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(ring));
  }
}
