package org.wangge.camera.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.camera.BuildingBlocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.camera.sight.SightTown;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class GridCoverTest {
  private static final LatticeShape FIELD = CoverTown.box(-300, -300, 540, 540);

  @Test
  void a_place_counts_as_seen_when_a_camera_that_is_asked_sees_it() {
    CoverTown town = new CoverTown(2, 12);
    List<Sight> each = town.eyes.stream().map(eye -> Sight.of(eye, town.blockers())).toList();
    for (GridCover cover : town.covers(town.sights())) {
      Raster raster = cover.ground().raster();
      BitSet own = cover.ground().own();
      int seen = 0;
      for (int at = own.nextSetBit(0); at >= 0; at = own.nextSetBit(at + 1)) {
        LatticePoint place = new LatticePoint(raster.lon(at), raster.lat(at));
        seen += each.stream().anyMatch(sight -> sight.sees(place)) ? 1 : 0;
      }
      assertThat(cover.seenShare(Counted.ALL))
          .isCloseTo((double) seen / own.cardinality(), within(1e-12));
    }
  }

  @Test
  void of_one_camera_the_ground_is_that_of_its_outline_the_closer_the_finer_the_mesh() {
    double[] worst = new double[3];
    double[] spacings = {5, 2.5, 1.25};
    SightTown random = new SightTown(11, 200);
    List<Eye> eyes = random.eyes(12);
    for (Eye eye : eyes) {
      CoverTown town = new CoverTown(2, 0);
      Sight sight = Sight.of(eye, town.blockers());
      double outline = SeenGround.of(sight).squareMeters();
      // Ground in the house that a camera hangs in is not outdoors, though it may see it.
      boolean isIn = town.blockers().stream().anyMatch(one -> contains(one.footprint(), eye));
      if (outline > 2_000 && !isIn) {
        SightIndex sights = SightIndex.of(List.of(eye), town.blockers());
        for (int i = 0; i < spacings.length; i++) {
          CoverTerms terms = CoverTerms.USUAL.withSpacing(spacings[i]);
          GridGround ground = GridGround.of("field", FIELD, town.buildings, terms);
          GridCover cover = GridCover.of(ground, sights, any -> true);
          double off = Math.abs(cover.seenSquareMeters(Counted.ALL) - outline) / outline;
          worst[i] = Math.max(worst[i], off);
        }
      }
    }
    assertThat(worst[0]).isBetween(1e-6, 0.05);
    assertThat(worst[1]).isLessThan(0.02);
    assertThat(worst[2]).isLessThan(0.01);
  }

  private static boolean contains(LatticeShape shape, Eye eye) {
    return shape
        .scaled()
        .intersects(
            LatticeShape.SCALED.createPoint(new Coordinate(eye.place().lon(), eye.place().lat())));
  }

  @Test
  void grids_that_cover_the_ground_share_its_places_among_them() {
    CoverTown town = new CoverTown(3, 20);
    double size = 3 * CoverTown.GRID_METERS;
    GridGround whole =
        GridGround.of("all", CoverTown.box(0, 0, size, size), town.buildings, CoverTerms.USUAL);
    double sum = 0;
    int households = 0;
    for (GridCover cover : town.covers(town.sights())) {
      sum += cover.ground().squareMeters();
      households += cover.ground().households();
    }
    assertThat(sum).isCloseTo(whole.squareMeters(), within(whole.squareMeters() / 500));
    assertThat(households).isEqualTo(whole.households()).isEqualTo(town.buildings.size() * 24);
  }

  @Test
  void a_household_counts_by_the_share_of_the_ground_around_its_house() {
    // Its south side is seen by one camera, nothing else of it.
    var house = CoverTown.house("h", 30, 100, 100, 150, 112);
    Eye south = eye("s", 125, 20, 0);
    Eye broken = eye("n", 125, 192, 180);
    SightIndex sights = SightIndex.of(List.of(south, broken), List.of(BuildingBlocker.of(house)));
    GridGround ground =
        GridGround.of("g", CoverTown.box(0, 0, 250, 250), List.of(house), CoverTerms.USUAL);
    GridCover cover = GridCover.of(ground, sights, "s"::equals);
    assertThat(ground.households()).isEqualTo(30);
    // The ground before that side is 50 by 8 of 2 · 8 · 62 + 64 · π square metres; ends show, too.
    assertThat(cover.seenHouseholds(Counted.ONLINE)).isBetween(30 * 0.33, 30 * 0.65);
    assertThat(cover.seenHouseholds(Counted.ALL))
        .isBetween(30 * 0.75, 30.0)
        .isGreaterThan(cover.seenHouseholds(Counted.ONLINE) * 1.4);
    assertThat(cover.camerasSeeing(Counted.ONLINE)).isEqualTo(1);
    assertThat(cover.camerasSeeing(Counted.ALL)).isEqualTo(2);
    assertThat(cover.seenShare(Counted.ONLINE)).isLessThan(cover.seenShare(Counted.ALL));
  }

  private static Eye eye(String id, double east, double north, double azimuth) {
    return new Eye(
        id, SightTown.at(east, north), 600, false, List.of(new Lens(azimuth, 90, 8, 120)));
  }

  @Test
  void a_house_at_the_border_counts_where_its_middle_is_with_the_ground_beyond() {
    var house = CoverTown.house("h", 10, 90, 40, 99, 60);
    GridGround west =
        GridGround.of("w", CoverTown.box(0, 0, 100, 100), List.of(house), CoverTerms.USUAL);
    GridGround east =
        GridGround.of("e", CoverTown.box(100, 0, 200, 100), List.of(house), CoverTerms.USUAL);
    assertThat(west.households()).isEqualTo(10);
    assertThat(east.households()).isZero();
    BitSet around = (BitSet) west.asked().clone();
    around.andNot(west.own());
    assertThat(west.homes(around)).isBetween(2_000L, 5_000L);
    assertThat(west.homes(west.asked())).isEqualTo(10_000);
  }

  @Test
  void blind_spots_are_the_ground_that_nobody_sees_piece_by_piece() {
    CoverTown town = new CoverTown(2, 9);
    int found = 0;
    for (GridCover cover : town.covers(town.sights())) {
      List<BlindSpot> all = BlindSpots.of(cover, Counted.ALL, 0);
      double unseen = cover.ground().squareMeters() - cover.seenSquareMeters(Counted.ALL);
      assertThat(all.stream().mapToDouble(BlindSpot::squareMeters).sum())
          .isCloseTo(unseen, within(1e-6 + unseen / 1e9));
      for (int i = 1; i < all.size(); i++) {
        assertThat(all.get(i).squareMeters()).isLessThanOrEqualTo(all.get(i - 1).squareMeters());
      }
      for (BlindSpot spot : all) {
        assertThat(spot.outline().scaled().isValid()).isTrue();
        assertThat(Geodesy.areaSquareMeters(spot.outline()))
            .isCloseTo(spot.squareMeters(), within(spot.squareMeters() / 100));
      }
      List<BlindSpot> large = BlindSpots.of(cover, Counted.ALL, 200);
      assertThat(large).isEqualTo(all.subList(0, large.size()));
      found += large.size();
    }
    assertThat(found).isGreaterThan(4);
  }
}
