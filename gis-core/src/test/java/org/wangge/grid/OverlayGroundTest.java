package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.Areas.anArea;
import static org.wangge.grid.Areas.square;

import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

class OverlayGroundTest {
  private static final int WEST = 1_110_000_000;
  private static final int SOUTH = 290_000_000;
  private static final int SIDE = 10_000;
  private static final String BEATS = "police-beats";

  @Test
  void an_area_without_an_outline_has_no_ground() {
    assertThat(OverlayGround.of(beat(BEATS, "beat-1").shape(null).build())).isEmpty();
  }

  @Test
  void it_holds_what_lies_within_its_outline_and_nothing_else() {
    OverlayGround ground = ground(beat(BEATS, "beat-1"));
    assertThat(ground.holds(at(SIDE / 2, SIDE / 2))).isTrue();
    assertThat(ground.holds(at(SIDE + 1, SIDE / 2))).isFalse();
    assertThat(ground.holds(at(SIDE / 2, -1))).isFalse();
  }

  @Test
  void it_is_known_by_partition_and_code_and_lies_in_its_box() {
    OverlayGround ground = ground(beat(BEATS, "beat-1"));
    assertThat(ground).hasToString("police-beats/beat-1");
    assertThat(ground.partition()).isEqualTo(BEATS);
    assertThat(ground.code()).isEqualTo("beat-1");
    assertThat(ground.bounds()).isEqualTo(new LatticeBox(WEST, SOUTH, WEST + SIDE, SOUTH + SIDE));
  }

  @Test
  void the_same_state_of_the_same_area_is_one_ground() {
    OverlayGround one = ground(beat(BEATS, "beat-1"));
    OverlayGround again = ground(beat(BEATS, "beat-1"));
    assertThat(one).isEqualTo(again).hasSameHashCodeAs(again);
    assertThat(AreaScope.of(one).and(AreaScope.of(again)).grounds()).containsExactly(one);
  }

  @Test
  void another_state_another_code_or_another_partition_is_another_ground() {
    OverlayGround one = ground(beat(BEATS, "beat-1"));
    assertThat(one)
        .isNotEqualTo(ground(beat(BEATS, "beat-1").version(2)))
        .isNotEqualTo(ground(beat(BEATS, "beat-2")))
        .isNotEqualTo(ground(beat("inspection", "beat-1")))
        .isNotEqualTo("police-beats/beat-1");
  }

  private static OverlayGround ground(AreaBuilder area) {
    return OverlayGround.of(area.build()).orElseThrow();
  }

  private static AreaBuilder beat(String partition, String code) {
    return anArea(Level.OVERLAY, code)
        .key(new AreaKey(partition, code))
        .version(1)
        .shape(square(WEST, SOUTH, SIDE));
  }

  private static LatticePoint at(int east, int north) {
    return new LatticePoint(WEST + east, SOUTH + north);
  }
}
