package org.wangge.camera.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.camera.sight.Verdict.Reason;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

class SightTest {
  private static final int MOUNT = 400;

  @ParameterizedTest
  @CsvSource({
    // azimuth, angle, east, north, reason
    "0, 60, 0, 50, SEEN",
    "0, 60, 28, 50, SEEN",
    "0, 60, -28, 50, SEEN",
    "0, 60, 30, 50, OUTSIDE_ANGLE",
    "0, 60, 0, -50, OUTSIDE_ANGLE",
    "0, 60, 0, 99.9, SEEN",
    "0, 60, 0, 100.1, TOO_FAR",
    "0, 60, 0, 4.9, TOO_NEAR",
    "0, 60, 0, 5.1, SEEN",
    "350, 40, 8, 50, SEEN",
    "350, 40, 10, 50, OUTSIDE_ANGLE",
    "10, 40, -8, 50, SEEN",
    "90, 180, 0.1, 50, SEEN",
    "90, 180, -0.1, 50, OUTSIDE_ANGLE",
    "90, 270, -40, 41, SEEN",
    "90, 270, -42, 41, OUTSIDE_ANGLE",
    "270, 300, 50, 28, OUTSIDE_ANGLE",
    "270, 300, 50, 30, SEEN",
    "0, 360, -3, -60, SEEN",
  })
  void a_lens_sees_between_its_ranges_within_its_angle(
      double azimuth, double angle, double east, double north, Reason reason) {
    Sight sight = Sight.of(eye(MOUNT, new Lens(azimuth, angle, 5, 100)), List.of());
    LatticePoint place = SightTown.at(east, north);
    assertThat(sight.judge(place, Sight.GROUND).reason()).isEqualTo(reason);
    assertThat(sight.sees(place)).isEqualTo(reason == Reason.SEEN);
  }

  @Test
  void several_lenses_see_what_any_of_them_sees() {
    Eye eye = eye(MOUNT, new Lens(0, 40, 0, 50), new Lens(180, 40, 0, 80));
    Sight sight = Sight.of(eye, List.of());
    assertThat(sight.sees(SightTown.at(0, 45))).isTrue();
    assertThat(sight.sees(SightTown.at(0, 60))).isFalse();
    assertThat(sight.sees(SightTown.at(0, -75))).isTrue();
    Verdict verdict = sight.judge(SightTown.at(10, -70), Sight.GROUND);
    assertThat(verdict.isSeen()).isTrue();
    assertThat(verdict.distanceMeters()).isCloseTo(Math.hypot(10, 70), within(0.02));
    assertThat(verdict.offAxisDegrees())
        .isCloseTo(Math.toDegrees(Math.atan2(10, 70)), within(0.02));
  }

  @Test
  void a_building_of_unknown_height_hides_all_behind_it_and_its_front_is_seen() {
    Blocker slab =
        SightTown.building("slab", Blocker.UNKNOWN_HEIGHT, -10, 30, 10, 30, 10, 40, -10, 40);
    Sight sight = Sight.of(eye(MOUNT, Lens.round(0, 150)), List.of(slab));
    assertThat(sight.sees(SightTown.at(0, 29.9))).isTrue();
    assertThat(sight.sees(SightTown.at(0, 30.1))).isFalse();
    assertThat(sight.sees(SightTown.at(0, 140))).isFalse();
    assertThat(sight.sees(SightTown.at(10.1, 30))).isTrue();
    // The shadow's edge runs from the foot past (10, 30).
    assertThat(sight.sees(SightTown.at(33.2, 100))).isFalse();
    assertThat(sight.sees(SightTown.at(33.5, 100))).isTrue();
    assertThat(sight.judge(SightTown.at(0, 100), Sight.GROUND))
        .satisfies(verdict -> assertThat(verdict.reason()).isEqualTo(Reason.HIDDEN))
        .satisfies(verdict -> assertThat(verdict.blockerId()).isEqualTo("slab"));
  }

  @Test
  void over_a_low_building_the_ground_is_seen_again_where_its_shadow_ends() {
    // A lens at 6 m over a roof at 3 m: the shadow of its far side, at 40 m, ends at 80 m.
    Blocker shed = SightTown.building("shed", 300, -10, 30, 10, 30, 10, 40, -10, 40);
    Sight sight = Sight.of(eye(600, Lens.round(0, 150)), List.of(shed));
    assertThat(sight.sees(SightTown.at(0, 79.8))).isFalse();
    assertThat(sight.sees(SightTown.at(0, 80.2))).isTrue();
    // A head at 1.5 m comes into view where the line is at 3 m over 40 m: 6 − 4.5 · 40 / d = 3.
    LatticePoint near = SightTown.at(0, 59.8);
    LatticePoint far = SightTown.at(0, 60.2);
    assertThat(sight.sees(near.lon(), near.lat(), 150)).isFalse();
    assertThat(sight.sees(far.lon(), far.lat(), 150)).isTrue();
  }

  @Test
  void what_is_higher_than_roof_and_lens_is_seen_over_it() {
    Blocker shed = SightTown.building("shed", 300, -10, 30, 10, 30, 10, 40, -10, 40);
    Sight sight = Sight.of(eye(300, Lens.round(0, 150)), List.of(shed));
    LatticePoint behind = SightTown.at(0, 60);
    assertThat(sight.sees(behind.lon(), behind.lat(), 300)).isTrue();
    assertThat(sight.sees(behind.lon(), behind.lat(), 299)).isFalse();
    Sight low = Sight.of(eye(100, Lens.round(0, 150)), List.of(shed));
    // From 1 m to 5 m at 60 m: at 3 m half way, at 30 m, where the building begins.
    assertThat(low.sees(behind.lon(), behind.lat(), 505)).isTrue();
    assertThat(low.sees(behind.lon(), behind.lat(), 495)).isFalse();
  }

  @Test
  void a_camera_on_a_roof_looks_over_its_edge_and_one_at_a_wall_looks_out() {
    Blocker house = SightTown.building("house", 600, -5, -20, 5, -20, 5, 10, -5, 10);
    Sight roof = Sight.of(eye(800, Lens.round(0, 150)), List.of(house));
    // The roof's edge at 10 m hides the ground up to 10 · 8 / (8 − 6).
    assertThat(roof.sees(SightTown.at(0, 39.8))).isFalse();
    assertThat(roof.sees(SightTown.at(0, 40.2))).isTrue();
    Sight inside = Sight.of(eye(400, Lens.round(0, 150)), List.of(house));
    assertThat(inside.sees(SightTown.at(0, 11))).isTrue();
    assertThat(inside.sees(SightTown.at(0, 9))).isTrue();
  }

  @Test
  void the_walls_end_the_view_of_a_camera_indoors() {
    Blocker hall = SightTown.building("hall", 600, -5, -20, 5, -20, 5, 10, -5, 10);
    Eye eye = new Eye("e", SightTown.CORNER, MOUNT, true, List.of(Lens.round(0, 100)));
    Sight sight = Sight.of(eye, List.of(hall));
    assertThat(sight.sees(SightTown.at(0, 9.9))).isTrue();
    assertThat(sight.sees(SightTown.at(0, 10.1))).isFalse();
    assertThat(sight.sees(SightTown.CORNER)).isTrue();
  }

  @Test
  void a_line_of_sight_between_two_that_share_a_corner_has_one_answer() {
    LatticePoint corner = SightTown.at(0, 30);
    Blocker left = SightTown.building("left", 900, -10, 20, 0, 30, -10, 40);
    Blocker right = SightTown.building("right", 900, 10, 20, 0, 30, 10, 40);
    Sight one = Sight.of(eye(MOUNT, Lens.round(0, 100)), List.of(left, right));
    Sight two = Sight.of(eye(MOUNT, Lens.round(0, 100)), List.of(right, left));
    LatticePoint foot = SightTown.CORNER;
    LatticePoint behind =
        new LatticePoint(2 * corner.lon() - foot.lon(), 2 * corner.lat() - foot.lat());
    assertThat(one.sees(behind)).isFalse();
    assertThat(two.sees(behind)).isFalse();
    assertThat(one.sees(corner)).isTrue();
  }

  @Test
  void the_plane_is_as_long_as_the_earth() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      LatticePoint foot =
          LatticePoint.ofDegrees(random.nextInt(340) - 170, random.nextInt(120) - 60);
      double meters = random.nextDouble() * 500;
      LatticePoint there = Geodesy.destination(foot, random.nextDouble() * 360, meters);
      FootPlane plane = FootPlane.at(foot);
      double distance =
          Math.hypot(
              (there.lon() - foot.lon()) * plane.metersPerLon(),
              (there.lat() - foot.lat()) * plane.metersPerLat());
      assertThat(distance).isCloseTo(Geodesy.distanceMeters(foot, there), within(0.05));
    }
  }

  @Test
  void what_no_camera_can_be_is_refused() {
    assertThatThrownBy(() -> new Lens(360, 90, 0, 100)).hasMessageContaining("azimuth");
    assertThatThrownBy(() -> new Lens(0, 0, 0, 100)).hasMessageContaining("angle");
    assertThatThrownBy(() -> new Lens(0, 90, 100, 100)).hasMessageContaining("range");
    assertThatThrownBy(() -> new Lens(0, 90, 0, 5_001)).hasMessageContaining("range");
    assertThatThrownBy(() -> eye(0, Lens.round(0, 10))).hasMessageContaining("mounted");
    assertThatThrownBy(() -> eye(400)).hasMessageContaining("lens");
  }

  private static Eye eye(int mountCentimeters, Lens... lenses) {
    return new Eye("e", SightTown.CORNER, mountCentimeters, false, List.of(lenses));
  }
}
