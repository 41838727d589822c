package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

class CameraRegisterTest {
  private static final LatticePoint HERE = LatticePoint.ofDegrees(121.5, 31.2);
  private static final CameraQuery ALL = CameraQuery.all();
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Caller OPERATOR = caller(Role.OPERATOR);

  private final HeardTx tx = new HeardTx(Instant.parse("2026-11-02T01:00:00Z"));
  private final ListedCameras posts = new ListedCameras();
  private final CameraRegister register =
      new CameraRegister(new OneTx(tx), posts, posts, (tx, caller, box, at) -> List.of());

  private static Caller caller(Role role) {
    return Caller.of("somebody", Set.of(role), AreaScope.unlimited(), Purpose.USE);
  }

  private static Camera camera(int number, LatticePoint at, double azimuth, double range) {
    return Cameras.at(String.format("%020d", number), at, CameraLens.of(azimuth, 60, range));
  }

  /** A camera in the corner direction, so that a box holds more than the circle in it. */
  private static Camera away(int number, double meters) {
    return camera(number, Geodesy.destination(HERE, 45, meters), 225, 200);
  }

  @Test
  void the_nearest_come_first_and_none_from_the_corners_of_the_box() {
    posts.put(START, away(1, 99), away(2, 101), away(3, 20), away(4, 60));
    List<CameraRegister.Nearby> near = register.near(OPERATOR, ALL, HERE, 100, 10);
    assertThat(near)
        .extracting(one -> one.entry().camera())
        .containsExactly(away(3, 20), away(4, 60), away(1, 99));
    assertThat(register.near(OPERATOR, ALL, HERE, 100, 2)).isEqualTo(near.subList(0, 2));
  }

  @Test
  void of_those_at_the_same_place_the_lower_id_comes_first() {
    posts.put(START, away(8, 50), away(5, 50));
    assertThat(register.near(OPERATOR, ALL, HERE, 100, 1))
        .extracting(near -> near.entry().camera())
        .containsExactly(away(5, 50));
  }

  @Test
  void what_is_not_there_is_unknown() {
    NotFound refused =
        catchThrowableOfType(NotFound.class, () -> register.get(OPERATOR, "34020000001320000001"));
    assertThat(refused.code()).isEqualTo("camera-unknown");
    assertThat(refused.details()).containsEntry("id", "34020000001320000001");
  }

  @Test
  void many_are_loaded_with_one_event_and_only_by_who_runs_the_installation() {
    List<Camera> cameras = List.of(away(1, 50), away(2, 60));
    assertThatThrownBy(() -> register.load(tx, OPERATOR, cameras, START))
        .isInstanceOf(Forbidden.class);
    assertThat(posts.known).isEmpty();
    register.load(tx, Caller.owner(), cameras, START);
    assertThat(register.list(OPERATOR, ALL)).extracting(CameraEntry::camera).isEqualTo(cameras);
    assertThat(tx.events()).containsExactly(new CameraEvent.CamerasLoaded(2));
  }

  @ParameterizedTest
  @CsvSource({"-0.1,60,100", "360,60,100", "0,0,100", "0,360.1,100", "0,60,0", "NaN,60,100"})
  void a_camera_looks_somewhere(double azimuth, double angle, double range) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made("34020000001320000001", azimuth, angle, range))
        .withMessageContaining("out of range");
  }

  @ParameterizedTest
  @CsvSource({"3402000000132000001", "340200000013200000011", "3402000000132000000x"})
  void its_id_has_twenty_digits(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made(id, 0, 360, 100))
        .withMessageContaining("20 digits");
  }

  private static Camera made(String id, double azimuth, double angle, double range) {
    return Cameras.at(id, HERE, CameraLens.of(azimuth, angle, range));
  }
}
