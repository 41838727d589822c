package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;
import static org.wangge.grid.Areas.square;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class AnchorCheckTest {
  private static final int WEST = 1_110_000_000;
  private static final int SOUTH = 290_000_000;
  private static final int SIDE = 10_000;

  private static final String STREET = "990001001";
  private static final String COMMUNITY = "990001001001";
  private static final String GRID = "990001001001001";

  private static final LatticeShape HERE = square(WEST, SOUTH, SIDE);
  private static final LatticeShape ELSEWHERE = square(WEST + 10 * SIDE, SOUTH, SIDE);
  private static final LatticePoint INSIDE = at(SIDE / 2, SIDE / 2);

  /** A thousandth of a degree north of the outline: 110.8 m at 29 degrees. */
  private static final LatticePoint OUTSIDE = at(SIDE / 2, 2 * SIDE);

  @Test
  void a_point_inside_or_on_the_border_is_right() {
    for (LatticePoint good : List.of(INSIDE, at(0, 0), at(SIDE, SIDE / 2))) {
      assertThat(check(List.of(grid(COMMUNITY, HERE, good)))).as("%s", good).isEmpty();
    }
  }

  @Test
  void a_point_outside_is_told_with_how_far_it_is_off_and_the_area_is_loaded() {
    List<AreaFinding> findings = check(List.of(grid(COMMUNITY, HERE, OUTSIDE)));
    assertThat(findings).hasSize(1);
    AreaFinding finding = findings.get(0);
    assertThat(finding.problem()).isEqualTo("anchor-outside");
    assertThat(finding.refuses()).isFalse();
    assertThat(finding.at()).contains(OUTSIDE);
    assertThat(finding.details())
        .containsEntry("code", GRID)
        .containsEntry("outlineOf", GRID)
        .containsEntry("distanceMeters", 111L);
  }

  @Test
  void a_hole_is_outside() {
    Geometry hole = square(WEST + 4000, SOUTH + 4000, 2000).scaled();
    LatticeShape ring = LatticeShape.ofScaled(HERE.scaled().difference(hole));
    assertThat(outlinesMissed(List.of(grid(COMMUNITY, ring, INSIDE)))).containsExactly(GRID);
  }

  @Test
  void an_area_without_an_outline_is_held_against_the_nearest_above_it_in_the_file() {
    List<AreaDraft> above =
        List.of(
            draft(1, Level.STREET, STREET, null, HERE, null),
            draft(2, Level.COMMUNITY, COMMUNITY, STREET, null, null));
    assertThat(check(and(above, grid(COMMUNITY, null, INSIDE)))).isEmpty();
    assertThat(outlinesMissed(and(above, grid(COMMUNITY, null, OUTSIDE)))).containsExactly(STREET);
  }

  @Test
  void an_area_without_an_outline_is_held_against_the_nearest_above_it_on_record() {
    Area street = aStreet(STREET).shape(HERE).build();
    Area community = aCommunity(COMMUNITY).build();
    assertThat(outlinesMissed(List.of(grid(COMMUNITY, null, OUTSIDE)), community, street))
        .containsExactly(STREET);
    Area outlined = aCommunity(COMMUNITY).shape(ELSEWHERE).build();
    assertThat(outlinesMissed(List.of(grid(COMMUNITY, null, INSIDE)), outlined, street))
        .containsExactly(COMMUNITY);
  }

  @Test
  void the_outline_on_record_counts_where_the_file_brings_none() {
    Area recorded = aGrid(GRID).shape(HERE).build();
    assertThat(check(List.of(grid(COMMUNITY, null, INSIDE)), recorded)).isEmpty();
    assertThat(outlinesMissed(List.of(grid(COMMUNITY, null, OUTSIDE)), recorded))
        .containsExactly(GRID);
  }

  @Test
  void the_outline_in_the_file_goes_before_the_one_on_record() {
    Area recorded = aGrid(GRID).shape(HERE).build();
    assertThat(outlinesMissed(List.of(grid(COMMUNITY, ELSEWHERE, INSIDE)), recorded))
        .containsExactly(GRID);
  }

  @Test
  void the_area_above_is_taken_from_the_record_where_the_file_does_not_say() {
    Area recorded = aGrid(GRID).shape(null).build();
    Area community = aCommunity(COMMUNITY).shape(HERE).build();
    assertThat(outlinesMissed(List.of(grid(null, null, OUTSIDE)), recorded, community))
        .containsExactly(COMMUNITY);
  }

  @Test
  void nothing_is_said_where_no_outline_or_no_point_is_known() {
    assertThat(check(List.of(grid(COMMUNITY, null, OUTSIDE)))).isEmpty();
    assertThat(check(List.of(grid(COMMUNITY, HERE, null)))).isEmpty();
  }

  @Test
  void areas_that_hang_below_each_other_are_left_to_another_check() {
    List<AreaDraft> ring =
        List.of(
            draft(1, Level.STREET, STREET, COMMUNITY, null, OUTSIDE),
            draft(2, Level.COMMUNITY, COMMUNITY, STREET, null, OUTSIDE));
    assertThat(check(ring)).isEmpty();
  }

  @Test
  void every_area_is_judged_in_the_order_of_the_file() {
    List<AreaDraft> drafts =
        List.of(
            grid(COMMUNITY, null, OUTSIDE),
            draft(2, Level.COMMUNITY, COMMUNITY, STREET, null, INSIDE),
            draft(3, Level.STREET, STREET, null, HERE, OUTSIDE));
    assertThat(check(drafts)).extracting(AreaFinding::areaCodeOrNull).containsExactly(GRID, STREET);
  }

  private static List<AreaFinding> check(List<AreaDraft> drafts, Area... existing) {
    return AnchorCheck.check(drafts, code -> find(code, existing));
  }

  private static Optional<Area> find(String code, Area... existing) {
    return Arrays.stream(existing).filter(area -> area.code().equals(code)).findFirst();
  }

  private static List<Object> outlinesMissed(List<AreaDraft> drafts, Area... existing) {
    return check(drafts, existing).stream()
        .map(finding -> finding.details().getOrDefault("outlineOf", ""))
        .toList();
  }

  private static List<AreaDraft> and(List<AreaDraft> above, AreaDraft last) {
    return List.of(above.get(0), above.get(1), last);
  }

  private static AreaDraft grid(
      @Nullable String parent, @Nullable LatticeShape shape, @Nullable LatticePoint anchor) {
    return draft(9, Level.GRID, GRID, parent, shape, anchor);
  }

  private static AreaDraft draft(
      int record,
      Level level,
      String code,
      @Nullable String parent,
      @Nullable LatticeShape shape,
      @Nullable LatticePoint anchor) {
    RecordPlace place = RecordPlace.ofRecord(record);
    return new AreaDraft(place, code, level, "新" + code, parent, null, null, null, shape, anchor);
  }

  private static LatticePoint at(int east, int north) {
    return new LatticePoint(WEST + east, SOUTH + north);
  }
}
