package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.wangge.demo.DemoCity;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;

class AreaAtlasTest {
  private static final String DISTRICT = "430703";
  private static final String STREET = "430703001";
  private static final String COMMUNITY = "430703001001";
  private static final String BEATS = "police-beats";
  private static final List<Partition> PARTITIONS =
      List.of(
          new Partition(Partition.TREE, "网格", "Grids"),
          new Partition(BEATS, "警务区", "Police beats"));

  @Test
  void a_point_gets_the_chain_from_the_district_down_to_the_micro_grid_and_the_overlays() {
    Located located = small().locate(at(15, 5));
    assertThat(codes(located.chain()))
        .containsExactly(DISTRICT, STREET, COMMUNITY, grid(2), grid(2) + "001");
    assertThat(located.grid().map(Area::code)).contains(grid(2));
    assertThat(located.microGrid().map(Area::code)).contains(grid(2) + "001");
    assertThat(codes(located.overlays())).containsExactly("beat-1");
    assertThat(located.isInside()).isTrue();
    assertThat(located.outside()).isEmpty();
  }

  @Test
  void a_border_between_two_grids_belongs_to_the_smaller_code_and_to_a_micro_grid_of_that_grid() {
    Located located = small().locate(at(10, 5));
    assertThat(located.grid().map(Area::code)).contains(grid(1));
    assertThat(located.microGrid().map(Area::code)).contains(grid(1) + "002");
  }

  @Test
  void a_point_that_no_micro_grid_holds_has_a_chain_that_ends_with_the_grid() {
    Located located = small().locate(at(15, 9));
    assertThat(located.microGrid()).isEmpty();
    assertThat(located.chain().get(3).code()).isEqualTo(grid(2));
  }

  @Test
  void a_grid_may_hang_from_a_street_or_from_the_district() {
    AreaAtlas atlas = small();
    assertThat(codes(atlas.locate(at(25, 5)).chain()))
        .containsExactly(DISTRICT, STREET, STREET + "000001");
    assertThat(codes(atlas.locate(at(35, 5)).chain()))
        .containsExactly(DISTRICT, DISTRICT + "000000001");
  }

  @Test
  void the_chain_follows_parents_even_where_outlines_say_otherwise() {
    Area elsewhere =
        area(Level.COMMUNITY, COMMUNITY, STREET).shape(box(500, 500, 510, 510)).build();
    AreaAtlas atlas = small().with(List.of(elsewhere), List.of(), 2);
    assertThat(codes(atlas.locate(at(5, 5)).chain())).contains(COMMUNITY);
  }

  @Test
  void outside_every_grid_the_deepest_area_that_holds_the_point_and_the_nearest_grid_are_named() {
    Located located = small().locate(at(5, 50));
    assertThat(located.isInside()).isFalse();
    assertThat(located.chain()).isEmpty();
    Located.Outside outside = located.outside().orElseThrow();
    assertThat(outside.within().map(Area::code)).contains(STREET);
    Located.NearestArea nearest = outside.nearest().orElseThrow();
    assertThat(nearest.area().code()).isEqualTo(grid(1));
    assertThat(nearest.distanceMeters()).isBetween(0.44, 0.45);
  }

  @Test
  void who_needs_a_grid_is_told_which_one_is_near() {
    assertThat(small().locate(at(5, 5)).getChain()).hasSize(5);
    assertThatThrownBy(() -> small().locate(at(5, 50)).getChain())
        .isInstanceOfSatisfying(
            NotFound.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("outside-every-grid");
              assertThat(fault.details())
                  .containsEntry("within", STREET)
                  .containsEntry("nearest", grid(1))
                  .containsKey("distanceMeters");
            });
  }

  @Test
  void an_atlas_without_grids_knows_nothing_near() {
    AreaAtlas empty = AreaAtlas.of(List.of(), PARTITIONS, 0);
    Located.Outside outside = empty.locate(at(0, 0)).outside().orElseThrow();
    assertThat(outside.nearest()).isEmpty();
    assertThat(outside.within()).isEmpty();
  }

  @Test
  void areas_without_an_outline_are_in_the_tree_and_hold_no_point() {
    AreaAtlas atlas =
        small().with(List.of(area(Level.GRID, grid(9), COMMUNITY).build()), List.of(), 2);
    assertThat(codes(atlas.chainOf(AreaKey.tree(grid(9)))))
        .containsExactly(DISTRICT, STREET, COMMUNITY, grid(9));
    assertThat(codes(atlas.children(AreaKey.tree(COMMUNITY)))).contains(grid(9));
  }

  @Test
  void areas_are_found_by_key_and_by_parent_in_the_order_of_their_codes() {
    AreaAtlas atlas = small();
    assertThat(atlas.find(AreaKey.tree(STREET)).map(Area::level)).contains(Level.STREET);
    assertThat(atlas.find(new AreaKey(BEATS, STREET))).isEmpty();
    assertThat(codes(atlas.children(AreaKey.tree(COMMUNITY)))).containsExactly(grid(1), grid(2));
    assertThat(codes(atlas.roots(Partition.TREE))).containsExactly(DISTRICT);
    assertThat(codes(atlas.roots(BEATS))).containsExactly("beat-1");
    assertThat(atlas.chainOf(AreaKey.tree("nowhere"))).isEmpty();
    assertThat(atlas.coverageVersion()).isEqualTo(1);
  }

  @Test
  void a_cycle_of_parents_does_not_trap_a_walk_upwards() {
    Area one = area(Level.GRID, "one", "other").shape(box(0, 0, 5, 5)).build();
    Area other = area(Level.GRID, "other", "one").build();
    AreaAtlas atlas = AreaAtlas.of(List.of(one, other), PARTITIONS, 1);
    assertThat(codes(atlas.locate(at(1, 1)).chain())).containsExactly("one");
  }

  @Test
  void what_cannot_be_one_atlas_is_refused() {
    Area grid = area(Level.GRID, grid(1), COMMUNITY).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AreaAtlas.of(List.of(grid, grid), PARTITIONS, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AreaAtlas.of(List.of(grid), PARTITIONS.subList(1, 2), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> small().with(List.of(grid), List.of(grid.key()), 2));
  }

  @Test
  void a_redraw_moves_a_point_from_one_grid_to_another_and_leaves_the_old_atlas_alone() {
    AreaAtlas before = small();
    Area wider = area(Level.GRID, grid(2), COMMUNITY).shape(box(8, 0, 20, 10)).build();
    Area narrower = area(Level.GRID, grid(1), COMMUNITY).shape(box(0, 0, 8, 10)).build();
    AreaAtlas after = before.with(List.of(wider, narrower), List.of(), 2);
    assertThat(before.locate(at(9, 5)).grid().map(Area::code)).contains(grid(1));
    assertThat(after.locate(at(9, 5)).grid().map(Area::code)).contains(grid(2));
    assertThat(after.coverageVersion()).isEqualTo(2);
  }

  @Test
  void an_area_that_loses_its_outline_or_changes_its_parent_moves_in_the_atlas() {
    Area outlineLost = area(Level.GRID, grid(1), STREET).build();
    AreaAtlas atlas = small().with(List.of(outlineLost), List.of(), 2);
    assertThat(atlas.locate(at(5, 5)).isInside()).isFalse();
    assertThat(codes(atlas.children(AreaKey.tree(COMMUNITY)))).containsExactly(grid(2));
    assertThat(codes(atlas.children(AreaKey.tree(STREET)))).contains(grid(1));
  }

  @Test
  void many_changes_one_after_another_answer_as_an_atlas_built_afresh() {
    WarpedCoverage coverage = new WarpedCoverage(21, 9, 9);
    List<LatticeShape> other = new WarpedCoverage(22, 9, 9).shapes();
    List<LatticePoint> points = new ArrayList<>(coverage.anywhere(60));
    points.addAll(coverage.vertices().subList(0, 500));
    List<Area> present = new ArrayList<>(gridsOf(coverage.shapes()));
    AreaAtlas atlas = AreaAtlas.of(present, PARTITIONS, 0);
    Random random = new Random(23);
    for (int round = 1; round <= 40; round++) {
      int which = random.nextInt(other.size());
      // Now and then a code that was never there, between two that are: it has to find a slot.
      String code = grid(which) + (round % 3 == 0 ? "-" + round : "");
      Area put = area(Level.GRID, code, COMMUNITY).shape(other.get(which)).build();
      Area gone = present.remove(random.nextInt(present.size()));
      present.removeIf(area -> area.key().equals(put.key()));
      present.add(put);
      List<AreaKey> removed = gone.key().equals(put.key()) ? List.of() : List.of(gone.key());
      atlas = atlas.with(List.of(put), removed, round);
      Collections.shuffle(present, random);
      AreaAtlas fresh = AreaAtlas.of(present, PARTITIONS, round);
      assertThat(atlas.locate(points)).isEqualTo(fresh.locate(points));
      assertThat(atlas.size()).isEqualTo(fresh.size());
      assertThat(atlas.children(AreaKey.tree(COMMUNITY)))
          .isEqualTo(fresh.children(AreaKey.tree(COMMUNITY)));
    }
  }

  @Test
  void there_is_always_room_for_a_new_code_between_two_others() {
    AreaAtlas atlas = small();
    List<Area> added = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String code = grid(1) + "-" + String.format("%04d", 1000 - i);
      added.add(area(Level.GRID, code, COMMUNITY).shape(box(8, 0, 12, 10)).build());
      atlas = atlas.with(added.subList(i, i + 1), List.of(), i);
    }
    assertThat(atlas.locate(at(9, 5)).grid().map(Area::code)).contains(grid(1));
    assertThat(atlas.locate(at(11, 5)).grid().map(Area::code)).contains(grid(1) + "-0001");
  }

  @Test
  void in_a_whole_city_every_grid_is_found_under_the_areas_its_parents_name() {
    DemoCity city = DemoCity.generate(5, 300, Instant.EPOCH);
    AreaAtlas atlas = AreaAtlas.of(city.areas(), city.partitions(), 1);
    List<Area> grids = city.areas(Level.GRID);
    for (Area grid : grids) {
      List<Area> chain = atlas.locate(grid.shape().orElseThrow().labelPoint()).getChain();
      assertThat(chain).isEqualTo(atlas.chainOf(grid.key())).endsWith(grid);
      assertThat(chain).extracting(Area::level).startsWith(Level.DISTRICT).endsWith(Level.GRID);
    }
    assertThat(grids).hasSize(300);
  }

  /** Four grids in a row of 40 × 10 units in a street of 100 × 100. */
  private static AreaAtlas small() {
    Stream<AreaBuilder> areas =
        Stream.of(
            area(Level.DISTRICT, DISTRICT, null).shape(box(0, 0, 200, 200)),
            area(Level.STREET, STREET, DISTRICT).shape(box(0, 0, 100, 100)),
            area(Level.COMMUNITY, COMMUNITY, STREET).shape(box(0, 0, 20, 10)),
            area(Level.GRID, grid(1), COMMUNITY).shape(box(0, 0, 10, 10)),
            area(Level.GRID, grid(2), COMMUNITY).shape(box(10, 0, 20, 10)),
            area(Level.GRID, STREET + "000001", STREET).shape(box(20, 0, 30, 10)),
            area(Level.GRID, DISTRICT + "000000001", DISTRICT).shape(box(30, 0, 40, 10)),
            area(Level.MICRO_GRID, grid(1) + "001", grid(1)).shape(box(0, 0, 5, 10)),
            area(Level.MICRO_GRID, grid(1) + "002", grid(1)).shape(box(5, 0, 10, 10)),
            area(Level.MICRO_GRID, grid(2) + "001", grid(2)).shape(box(10, 0, 20, 8)),
            area(Level.OVERLAY, "beat-1", null)
                .key(new AreaKey(BEATS, "beat-1"))
                .shape(box(0, 0, 200, 200)));
    return AreaAtlas.of(areas.map(AreaBuilder::build).toList(), PARTITIONS, 1);
  }

  private static List<Area> gridsOf(List<LatticeShape> shapes) {
    List<Area> grids = new ArrayList<>();
    for (LatticeShape shape : shapes) {
      grids.add(area(Level.GRID, grid(grids.size()), COMMUNITY).shape(shape).build());
    }
    return grids;
  }

  private static String grid(int number) {
    return COMMUNITY + String.format("%03d", number);
  }

  private static AreaBuilder area(Level level, String code, @Nullable String parent) {
    return new AreaBuilder()
        .key(AreaKey.tree(code))
        .level(level)
        .parentCode(parent)
        .name("area " + code)
        .validity(Validity.since(Instant.EPOCH));
  }

  private static LatticePoint at(int lon, int lat) {
    return new LatticePoint(lon, lat);
  }

  private static LatticeShape box(int west, int south, int east, int north) {
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.toGeometry(new Envelope(west, east, south, north)));
  }

  private static List<String> codes(List<Area> areas) {
    return areas.stream().map(Area::code).toList();
  }
}
