package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PaintedFrameTest {
  private static final Instant AT = Instant.parse("2026-11-18T01:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static byte[] painted(String name, Duration clockOffset, Instant at) {
    FramePainter grey =
        (canvas, instant) -> {
          canvas.setColor(Color.GRAY);
          canvas.fillRect(0, 0, FramePainter.WIDTH, FramePainter.HEIGHT);
        };
    try (PaintedFrame frame =
        new PaintedFrame(new PaintedCamera(() -> grey, clockOffset), name, ZONE)) {
      frame.paint(at);
      return frame.bytes().clone();
    }
  }

  @Test
  void the_clock_in_the_picture_is_the_cameras_own() {
    byte[] ahead = painted("路口", Duration.ofSeconds(75), AT);
    assertThat(ahead).isEqualTo(painted("路口", Duration.ZERO, AT.plusSeconds(75)));
    assertThat(ahead).isNotEqualTo(painted("路口", Duration.ZERO, AT));
  }

  @Test
  void the_name_is_written_below_and_that_the_picture_is_made_up() {
    byte[] one = painted("临江路路口", Duration.ZERO, AT);
    byte[] other = painted("春申路路口", Duration.ZERO, AT);
    int middle = one.length / 2;
    boolean isLeft = false;
    int marked = 0;
    for (int i = middle; i < one.length; i++) {
      boolean isRightHalf = i / 3 % FramePainter.WIDTH >= FramePainter.WIDTH / 2;
      isLeft |= one[i] != other[i] && !isRightHalf;
      assertThat(one[i] != other[i] && isRightHalf).isFalse();
      marked += isRightHalf && (one[i] & 255) > 200 ? 1 : 0;
    }
    assertThat(isLeft).isTrue();
    assertThat(marked).as("white of 生成画面 GENERATED").isGreaterThan(300);
  }
}
