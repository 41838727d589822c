package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraVersion;

class CameraLivesTest {
  private static final Instant NOW = Towns.NOW;
  private static final DemoTown TOWN = Towns.town(1);

  private static List<Camera> standing(Duration ago) {
    Instant at = NOW.minus(ago);
    return TOWN.cameraVersions(NOW).stream()
        .flatMap(List::stream)
        .filter(version -> version.valid().contains(at))
        .map(CameraVersion::camera)
        .collect(Collectors.toList());
  }

  /** What stood then and stands otherwise, or not at all, later. */
  private static List<Camera> gone(Duration ago, Duration later) {
    List<Camera> gone = standing(ago);
    gone.removeAll(standing(later));
    return gone;
  }

  @Test
  void they_stand_as_they_stand_and_once_stood_otherwise() {
    assertThat(standing(Duration.ZERO)).isEqualTo(TOWN.cameras());
    assertThat(standing(Duration.ofDays(300))).hasSize(120);
    Camera turned = gone(Duration.ofDays(11), Duration.ofDays(9)).get(0);
    Camera now = gone(Duration.ofDays(9), Duration.ofDays(11)).get(0);
    assertThat(turned.id()).isEqualTo(now.id());
    assertThat(turned.lens().azimuthDegrees()).isNotEqualTo(now.lens().azimuthDegrees());
    Camera takenDown = gone(Duration.ofDays(8), Duration.ofDays(6)).get(0);
    assertThat(TOWN.cameras()).extracting(Camera::id).doesNotContain(takenDown.id());
    assertThat(gone(Duration.ofDays(6), Duration.ofDays(8))).isEmpty();
    assertThat(gone(Duration.ofDays(2), Duration.ofDays(4))).hasSize(1);
    List<Camera> silent = gone(Duration.ofDays(1), Duration.ZERO);
    assertThat(silent).extracting(Camera::state).containsExactly(CameraState.ONLINE);
  }
}
