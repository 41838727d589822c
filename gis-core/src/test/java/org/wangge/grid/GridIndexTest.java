package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class GridIndexTest {
  private static final long[] SEEDS = {1, 2, 3, 4, 5};

  @Test
  void every_point_has_the_owner_that_jts_gives_it_on_whole_numbers() {
    for (long seed : SEEDS) {
      WarpedCoverage coverage = new WarpedCoverage(seed, 9, 7);
      GridIndex index = GridIndex.of(coverage.slots());
      List<GridIndex.Slot> slots = coverage.slots();
      assertThat(everyKindOfPoint(coverage))
          .filteredOn(point -> owner(index, point) != oracle(slots, point))
          .isEmpty();
    }
  }

  @Test
  void a_point_on_a_shared_border_belongs_to_the_smallest_slot_that_touches_it() {
    WarpedCoverage coverage = new WarpedCoverage(6, 6, 6);
    GridIndex index = GridIndex.of(coverage.slots());
    List<GridIndex.Slot> slots = coverage.slots();
    int shared = 0;
    for (LatticePoint point : coverage.onEdges()) {
      Set<Integer> touching = closedOutlinesAt(slots, point);
      shared += touching.size() > 1 ? 1 : 0;
      assertThat(owner(index, point)).isEqualTo(Collections.min(touching));
    }
    assertThat(shared).isGreaterThan(1000);
  }

  @Test
  void the_order_of_loading_changes_nothing() {
    WarpedCoverage coverage = new WarpedCoverage(7, 8, 8);
    List<LatticePoint> points = everyKindOfPoint(coverage);
    int[] expected = owners(GridIndex.of(coverage.slots()), points);
    List<GridIndex.Slot> shuffled = new ArrayList<>(coverage.slots());
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(shuffled, new Random(round));
      assertThat(owners(GridIndex.of(shuffled), points)).isEqualTo(expected);
    }
  }

  @Test
  void a_batch_answers_as_single_questions_do() {
    WarpedCoverage coverage = new WarpedCoverage(8, 5, 5);
    GridIndex index = GridIndex.of(coverage.slots());
    List<LatticePoint> points = everyKindOfPoint(coverage);
    int[] batch = new int[points.size()];
    index.ownersAt(
        points.stream().mapToInt(LatticePoint::lon).toArray(),
        points.stream().mapToInt(LatticePoint::lat).toArray(),
        batch);
    assertThat(batch).isEqualTo(owners(index, points));
  }

  @Test
  void every_point_of_a_box_has_the_owner_of_the_box_also_after_changes() {
    WarpedCoverage coverage = new WarpedCoverage(11, 7, 7);
    GridIndex before = GridIndex.of(coverage.slots());
    GridIndex index = before.with(coverage.slots().subList(3, 5), List.of(9));
    Random random = new Random(3);
    List<LatticePoint> points = everyKindOfPoint(coverage);
    int clear = 0;
    for (int i = 0; i < 20_000; i++) {
      LatticePoint corner = points.get(random.nextInt(points.size()));
      int size = 1 << random.nextInt(18);
      LatticeBox box =
          new LatticeBox(
              corner.lon(),
              corner.lat(),
              corner.lon() + random.nextInt(size),
              corner.lat() + random.nextInt(size));
      int owner = index.ownerOf(box);
      if (owner != GridIndex.NONE) {
        clear++;
        assertThat(index.ownerAt(box.west(), box.south())).isEqualTo(owner);
        assertThat(index.ownerAt(box.east(), box.north())).isEqualTo(owner);
        for (int n = 0; n < 20; n++) {
          int lon = box.west() + random.nextInt(box.east() - box.west() + 1);
          int lat = box.south() + random.nextInt(box.north() - box.south() + 1);
          assertThat(index.ownerAt(lon, lat)).isEqualTo(owner);
        }
      }
    }
    assertThat(clear).isGreaterThan(3_000);
  }

  @Test
  void a_changed_snapshot_answers_as_one_built_afresh_and_leaves_the_old_one_alone() {
    WarpedCoverage before = new WarpedCoverage(9, 12, 12);
    List<GridIndex.Slot> after = new WarpedCoverage(10, 12, 12).slots();
    List<LatticePoint> points = before.anywhere(3000);
    GridIndex first = GridIndex.of(before.slots());
    final int[] answersOfFirst = owners(first, points);
    Random random = new Random(11);
    List<GridIndex.Slot> present = new ArrayList<>(before.slots());
    GridIndex index = first;
    for (int round = 0; round < 60; round++) {
      GridIndex.Slot put = after.get(random.nextInt(after.size()));
      int gone = random.nextInt(after.size());
      present.removeIf(slot -> slot.number() == put.number() || slot.number() == gone);
      if (gone != put.number()) {
        present.add(put);
        index = index.with(List.of(put), Set.of(gone));
      } else {
        index = index.with(List.of(), Set.of(gone, 1_000_000));
      }
      assertThat(index.size()).isEqualTo(present.size());
      assertThat(owners(index, points)).isEqualTo(owners(GridIndex.of(present), points));
      assertNearestAgree(index, GridIndex.of(present), points.subList(0, 5));
    }
    assertThat(owners(first, points)).isEqualTo(answersOfFirst);
  }

  private static void assertNearestAgree(GridIndex one, GridIndex other, List<LatticePoint> at) {
    for (LatticePoint point : at) {
      assertThat(one.nearest(point)).isEqualTo(other.nearest(point));
    }
  }

  @Test
  void the_nearest_area_is_the_one_that_a_search_through_all_finds() {
    WarpedCoverage coverage = new WarpedCoverage(12, 4, 4);
    GridIndex index = GridIndex.of(coverage.slots());
    int outside = 0;
    for (LatticePoint point : coverage.anywhere(200)) {
      GridIndex.Nearest nearest = index.nearest(point).orElseThrow();
      if (owner(index, point) != GridIndex.NONE) {
        assertThat(nearest).isEqualTo(new GridIndex.Nearest(owner(index, point), 0));
        continue;
      }
      outside++;
      double least =
          coverage.shapes().stream()
              .mapToDouble(shape -> Geodesy.distanceToBorderMeters(point, shape))
              .min()
              .orElseThrow();
      assertThat(nearest.distanceMeters()).isBetween(least, least * 1.001);
    }
    assertThat(outside).isGreaterThan(50);
  }

  @Test
  void of_two_areas_equally_near_the_smaller_slot_is_named() {
    GridIndex index =
        GridIndex.of(
            List.of(
                slot(8, "POLYGON((20 0,30 0,30 10,20 10,20 0))"),
                slot(3, "POLYGON((0 0,10 0,10 10,0 10,0 0))")));
    assertThat(index.nearest(new LatticePoint(15, 5)).orElseThrow().slot()).isEqualTo(3);
  }

  @Test
  void a_point_far_from_every_area_has_a_nearest_one_too() {
    GridIndex index =
        GridIndex.of(
            List.of(
                slot(1, "POLYGON((0 0,1000 0,1000 1000,0 1000,0 0))"),
                slot(2, "POLYGON((0 700000000,9 700000000,9 700000009,0 700000000))")));
    GridIndex.Nearest nearest = index.nearest(LatticePoint.ofDegrees(0, 89.9)).orElseThrow();
    assertThat(nearest.slot()).isEqualTo(2);
    assertThat(nearest.distanceMeters()).isBetween(2_200_000.0, 2_240_000.0);
    GridIndex.Nearest fromWest = index.nearest(LatticePoint.ofDegrees(-179, 0)).orElseThrow();
    assertThat(fromWest.slot()).isEqualTo(1);
  }

  @Test
  void a_long_ragged_outline_is_exact_and_needs_little_room() {
    StringBuilder comb = new StringBuilder("POLYGON((0 0");
    for (int tooth = 0; tooth < 500; tooth++) {
      comb.append(',').append(10 * tooth + 3).append(" 100000");
      comb.append(',').append(10 * tooth + 6).append(" 5");
    }
    GridIndex.Slot slot = slot(0, comb.append(",5000 0,0 0))").toString());
    GridIndex index = GridIndex.of(List.of(slot));
    for (int lon = -1; lon <= 5001; lon++) {
      for (int lat : new int[] {-1, 0, 5, 6, 50_000, 99_999, 100_000, 100_001}) {
        LatticePoint point = new LatticePoint(lon, lat);
        assertThat(owner(index, point)).as("%s", point).isEqualTo(oracle(List.of(slot), point));
      }
    }
  }

  @Test
  void a_slot_both_removed_and_changed_stays() {
    GridIndex index = GridIndex.of(List.of(slot(3, "POLYGON((0 0,9 0,9 9,0 9,0 0))")));
    GridIndex moved =
        index.with(List.of(slot(3, "POLYGON((20 0,29 0,29 9,20 9,20 0))")), Set.of(3));
    assertThat(moved.ownerAt(5, 5)).isEqualTo(GridIndex.NONE);
    assertThat(moved.ownerAt(25, 5)).isEqualTo(3);
  }

  @Test
  void areas_that_touch_at_a_corner_only_share_that_corner() {
    GridIndex index =
        GridIndex.of(
            List.of(
                slot(7, "POLYGON((0 0,10 0,10 10,0 10,0 0))"),
                slot(4, "POLYGON((10 10,20 10,20 20,10 20,10 10))")));
    assertThat(index.ownerAt(10, 10)).isEqualTo(4);
    assertThat(index.ownerAt(10, 9)).isEqualTo(7);
    assertThat(index.ownerAt(11, 9)).isEqualTo(GridIndex.NONE);
  }

  @Test
  void the_outer_border_and_a_hole_s_rim_belong_to_the_inside() {
    GridIndex index =
        GridIndex.of(
            List.of(slot(0, "POLYGON((0 0,30 0,30 30,0 30,0 0),(10 10,20 10,20 20,10 20,10 10))")));
    assertThat(index.ownerAt(0, 0)).isZero();
    assertThat(index.ownerAt(30, 15)).isZero();
    assertThat(index.ownerAt(15, 10)).isZero();
    assertThat(index.ownerAt(20, 20)).isZero();
    assertThat(index.ownerAt(15, 15)).isEqualTo(GridIndex.NONE);
    assertThat(index.ownerAt(31, 15)).isEqualTo(GridIndex.NONE);
  }

  @Test
  void a_hole_s_rim_goes_to_the_area_that_fills_it_when_that_has_the_smaller_slot() {
    String around = "POLYGON((0 0,30 0,30 30,0 30,0 0),(10 10,20 10,20 20,10 20,10 10))";
    String filling = "POLYGON((10 10,20 10,20 20,10 20,10 10))";
    GridIndex fillingFirst = GridIndex.of(List.of(slot(5, around), slot(2, filling)));
    GridIndex aroundFirst = GridIndex.of(List.of(slot(2, around), slot(5, filling)));
    assertThat(fillingFirst.ownerAt(10, 15)).isEqualTo(2);
    assertThat(aroundFirst.ownerAt(10, 15)).isEqualTo(2);
    assertThat(fillingFirst.ownerAt(15, 15)).isEqualTo(2);
    assertThat(aroundFirst.ownerAt(15, 15)).isEqualTo(5);
  }

  @Test
  void an_area_may_be_of_several_pieces() {
    GridIndex index =
        GridIndex.of(
            List.of(slot(1, "MULTIPOLYGON(((0 0,5 0,5 5,0 5,0 0)),((10 0,15 0,15 5,10 5,10 0)))")));
    assertThat(index.ownerAt(2, 2)).isEqualTo(1);
    assertThat(index.ownerAt(12, 2)).isEqualTo(1);
    assertThat(index.ownerAt(7, 2)).isEqualTo(GridIndex.NONE);
  }

  @Test
  void an_index_without_areas_answers_nothing() {
    GridIndex index = GridIndex.of(List.of());
    assertThat(index.ownerAt(0, 0)).isEqualTo(GridIndex.NONE);
    assertThat(index.nearest(new LatticePoint(0, 0))).isEmpty();
    assertThat(index.with(List.of(slot(0, "POLYGON((0 0,1 0,1 1,0 0))")), Set.of()).ownerAt(0, 0))
        .isZero();
  }

  @Test
  void sidedness_stays_exact_on_an_outline_fifty_degrees_wide() {
    GridIndex index =
        GridIndex.of(
            List.of(
                slot(
                    0,
                    "POLYGON((-250000000 -250000000,250000000 249999999,250000000 -250000000,"
                        + "-250000000 -250000000))")));
    assertThat(index.ownerAt(0, -1)).isZero();
    assertThat(index.ownerAt(0, 0)).isEqualTo(GridIndex.NONE);
    assertThat(index.ownerAt(249_999_999, 249_999_998)).isZero();
    assertThat(index.ownerAt(249_999_999, 249_999_999)).isEqualTo(GridIndex.NONE);
  }

  @Test
  void an_outline_wider_than_fifty_degrees_is_refused() {
    GridIndex.Slot wide = slot(0, "POLYGON((0 0,500000001 0,0 5,0 0))");
    assertThatIllegalArgumentException().isThrownBy(() -> GridIndex.of(List.of(wide)));
  }

  @Test
  void two_outlines_for_one_slot_are_refused() {
    GridIndex.Slot slot = slot(0, "POLYGON((0 0,5 0,0 5,0 0))");
    assertThatIllegalArgumentException().isThrownBy(() -> GridIndex.of(List.of(slot, slot)));
  }

  private static List<LatticePoint> everyKindOfPoint(WarpedCoverage coverage) {
    List<LatticePoint> points = new ArrayList<>(coverage.anywhere(3000));
    points.addAll(coverage.vertices());
    points.addAll(coverage.onEdges());
    return points;
  }

  private static int owner(GridIndex index, LatticePoint point) {
    return index.ownerAt(point.lon(), point.lat());
  }

  private static int[] owners(GridIndex index, List<LatticePoint> points) {
    return points.stream().mapToInt(point -> owner(index, point)).toArray();
  }

  private static int oracle(List<GridIndex.Slot> slots, LatticePoint point) {
    Set<Integer> holding = closedOutlinesAt(slots, point);
    return holding.isEmpty() ? GridIndex.NONE : Collections.min(holding);
  }

  private static Set<Integer> closedOutlinesAt(List<GridIndex.Slot> slots, LatticePoint point) {
    Set<Integer> holding = new TreeSet<>();
    Coordinate at = new Coordinate(point.lon(), point.lat());
    for (GridIndex.Slot slot : slots) {
      Geometry scaled = slot.shape().scaled();
      if (scaled.getEnvelopeInternal().covers(at)
          && SimplePointInAreaLocator.locate(at, scaled) != Location.EXTERIOR) {
        holding.add(slot.number());
      }
    }
    return holding;
  }

  private static GridIndex.Slot slot(int number, String wkt) {
    try {
      return new GridIndex.Slot(number, LatticeShape.ofScaled(new WKTReader().read(wkt)));
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
