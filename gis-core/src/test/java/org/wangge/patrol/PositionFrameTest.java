package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

/** The pages read the same bytes: {@code features/patrol/frame.test.js}. */
class PositionFrameTest {
  private static final Instant T0 = Instant.parse("2026-11-02T03:00:00Z");
  private static final String GRID = "990101001001001";

  @Test
  void a_frame_of_all_tells_everybody_whole() {
    PositionFrame frame = PositionFrame.of(List.of(at(0, GRID, 0)), T0.plusSeconds(5));
    assertThat(hex(frame.whole()))
        .isEqualTo(
            "0100908c99a3b3680202280444311e393930313031303031303031303031d0f2fbb108e0c4e493020a");
  }

  @Test
  void a_frame_of_changes_tells_the_difference() {
    PositionFrame before = PositionFrame.of(List.of(at(0, GRID, 0)), T0.plusSeconds(5));
    PositionFrame after = PositionFrame.of(List.of(at(1_000, GRID, 20)), T0.plusSeconds(20));
    assertThat(hex(after.since(before))).isEqualTo("0101c0f69aa3b36802020ad00f0000");
    PositionFrame nobody = PositionFrame.of(List.of(), T0.plusSeconds(30));
    assertThat(hex(nobody.since(after))).isEqualTo("0101e0929ca3b368020210");
    assertThat(hex(after.since(after))).isEqualTo("0101c0f69aa3b36800");
  }

  @Test
  void whoever_comes_goes_or_stays_is_told_by_number_whatever_the_order() {
    PositionFrame before = PositionFrame.of(List.of(number(5, 0), number(1, 0), number(3, 0)), T0);
    PositionFrame after =
        PositionFrame.of(List.of(number(4, 0), number(9, 0), number(3, 60), number(5, 0)), T0);
    assertThat(hex(after.since(before)))
        .as("1 gone, 3 moved, 4 and 9 new, nothing of 5")
        .matches("0101.{12}08" + "0210" + "0608780000" + "0828.*" + "1228.*");
    assertThat(PositionFrame.isEmpty(after.since(after))).isTrue();
  }

  private static Position number(int number, int east) {
    Fix fix = new Fix(new LatticePoint(1_126_137_000 + east, 289_182_000), T0);
    return new Position(number, "D" + number, fix, false, T0, false, GRID, true);
  }

  @Test
  void a_new_grid_is_told_with_its_code() {
    PositionFrame before = PositionFrame.of(List.of(at(0, GRID, 0)), T0);
    PositionFrame after = PositionFrame.of(List.of(at(1_000, null, 20)), T0.plusSeconds(20));
    assertThat(hex(after.since(before)))
        .contains(HexFormat.of().formatHex("D1".getBytes(StandardCharsets.UTF_8)));
  }

  private static Position at(int east, @Nullable String grid, int second) {
    Fix fix = new Fix(new LatticePoint(1_126_137_000 + east, 289_182_000), T0.plusSeconds(second));
    return new Position(1, "D1", fix, second > 0, T0, false, grid, true);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
