package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightTown;

class SeenGroundsTest {
  private final SeenGrounds grounds = new SeenGrounds();

  private static Eye looking(double azimuth) {
    return new Eye("a", SightTown.CORNER, 400, false, List.of(new Lens(azimuth, 60, 2, 80)));
  }

  /** Ten metres wide, thirty north of the camera. */
  private static Blocker house(double east, int heightCentimeters) {
    double west = east - 10;
    return SightTown.building("house", heightCentimeters, west, 30, east, 30, east, 40, west, 40);
  }

  private static Sight sight(double azimuth, Blocker... among) {
    return Sight.of(looking(azimuth), List.of(among));
  }

  private void assertThatNowIs(Sight sight) {
    assertThat(grounds.now(sight).outline().equalsTopo(SeenGround.of(sight).outline())).isTrue();
  }

  @Test
  void the_same_pose_among_the_same_buildings_is_cut_once() {
    SeenGround first = grounds.now(sight(0, house(5, 900), house(16, 300)));
    assertThat(grounds.now(sight(0, house(16, 300), house(5, 900)))).isSameAs(first);
    assertThat(grounds.then(sight(0, house(5, 900), house(16, 300)))).isSameAs(first);
  }

  @Test
  void a_camera_that_was_turned_or_has_other_buildings_around_is_cut_anew_at_once() {
    Sight[] each = {
      sight(0, house(5, 900)),
      sight(20, house(5, 900)),
      sight(20, house(5, 300)),
      sight(20, house(20, 300)),
      sight(20, house(20, 300), house(9, 900)),
      sight(20),
      sight(0, house(5, 900))
    };
    for (Sight sight : each) {
      assertThatNowIs(sight);
    }
  }

  @Test
  void what_was_seen_then_is_not_taken_for_what_is_seen_now() {
    Sight now = sight(0, house(5, 900));
    Sight then = sight(0);
    SeenGround kept = grounds.now(now);
    assertThat(grounds.then(then).squareMeters()).isEqualTo(SeenGround.of(then).squareMeters());
    assertThat(grounds.now(now)).isSameAs(kept);
  }
}
