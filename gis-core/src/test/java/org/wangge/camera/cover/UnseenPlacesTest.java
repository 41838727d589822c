package org.wangge.camera.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.SightIndex;
import org.wangge.camera.sight.SightTown;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class UnseenPlacesTest {
  private static final LatticePoint SEEN = SightTown.at(100, 60);
  private static final LatticePoint PATROLLED = SightTown.at(30, 160);
  private static final LatticePoint LEFT_ALONE = SightTown.at(170, 170);

  private static UnseenPlaces places() {
    Eye eye = new Eye("e", SightTown.at(100, 0), 600, false, List.of(new Lens(0, 60, 8, 120)));
    GridGround ground =
        GridGround.of("g", CoverTown.box(0, 0, 200, 200), List.of(), CoverTerms.USUAL);
    GridCover cover = GridCover.of(ground, SightIndex.of(List.of(eye), List.of()), any -> true);
    return new UnseenPlaces(List.of(cover), SEEN);
  }

  @Test
  void where_much_happens_and_nobody_looks_or_passes_comes_first() {
    UnseenPlaces places = places();
    for (LatticePoint place : List.of(SEEN, PATROLLED, LEFT_ALONE)) {
      for (int i = 0; i < 6; i++) {
        places.incident(place, "g");
      }
    }
    List<LatticePoint> street = List.of(SightTown.at(0, 160), SightTown.at(120, 160));
    for (int i = 0; i < 20; i++) {
      places.walk(List.of(street));
    }
    List<UnseenCell> ranked = places.ranked(10);
    UnseenCell first = ranked.get(0);
    assertThat(first.box().contains(LEFT_ALONE)).isTrue();
    assertThat(first.incidents()).isEqualTo(6);
    assertThat(first.walks()).isZero();
    assertThat(first.score()).isEqualTo(6);
    UnseenCell second = ranked.get(1);
    assertThat(second.box().contains(PATROLLED)).isTrue();
    assertThat(second.walks()).isEqualTo(20);
    assertThat(second.score()).isEqualTo(6.0 / 3);
    UnseenCell third = ranked.get(2);
    assertThat(third.score()).isZero();
    UnseenCell seen =
        ranked.stream().filter(cell -> cell.box().contains(SEEN)).findFirst().orElseThrow();
    assertThat(seen.seenShare()).isEqualTo(1);
    assertThat(seen.score()).isZero();
    assertThat(ranked.size()).isBetween(64, 100);
  }

  @Test
  void a_walk_counts_once_in_each_square_it_passes_and_not_where_nothing_is_known_of_it() {
    UnseenPlaces places = places();
    List<LatticePoint> there = List.of(SightTown.at(0, 160), SightTown.at(60, 160));
    List<LatticePoint> back = List.of(SightTown.at(190, 160), SightTown.at(140, 160));
    places.walk(List.of(there, back, there));
    List<UnseenCell> passed = places.ranked(1).stream().filter(cell -> cell.walks() > 0).toList();
    assertThat(passed).hasSizeBetween(4, 7).allSatisfy(cell -> assertThat(cell.walks()).isOne());
    LatticePoint between = SightTown.at(100, 160);
    assertThat(passed).noneMatch(cell -> cell.box().contains(between));
  }

  @Test
  void a_line_passes_each_square_that_it_has_a_part_in_and_no_other() {
    Random random = new Random(9);
    for (int i = 0; i < 200; i++) {
      LatticePoint from = SightTown.at(random.nextInt(200), random.nextInt(200));
      LatticePoint to =
          i % 10 == 0
              ? new LatticePoint(from.lon(), SightTown.at(0, random.nextInt(200)).lat())
              : SightTown.at(random.nextInt(200), random.nextInt(200));
      UnseenPlaces places = places();
      places.walk(List.of(List.of(from, to)));
      LineString line =
          LatticeShape.SCALED.createLineString(
              new Coordinate[] {
                new Coordinate(from.lon(), from.lat()), new Coordinate(to.lon(), to.lat())
              });
      for (UnseenCell cell : places.ranked(1)) {
        LatticeBox box = cell.box();
        Envelope square = new Envelope(box.west(), box.east(), box.south(), box.north());
        assertThat(cell.walks())
            .as("%s to %s in %s", from, to, square)
            .isEqualTo(LatticeShape.SCALED.toGeometry(square).intersects(line) ? 1 : 0);
      }
    }
  }
}
