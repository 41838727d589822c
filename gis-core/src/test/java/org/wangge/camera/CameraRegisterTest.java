package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.camera.sight.Sight;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

class CameraRegisterTest {
  private static final LatticePoint HERE = LatticePoint.ofDegrees(121.5, 31.2);
  private static final CameraQuery ALL = new CameraQuery(null, null, null, "", 10);
  private static final Caller OPERATOR = caller(Role.OPERATOR);

  private final HeardTx tx = new HeardTx(Instant.parse("2026-11-02T01:00:00Z"));
  private final Posts posts = new Posts();
  private final CameraRegister register = new CameraRegister(new OneTx(tx), posts, new Open());

  /** What cameras see where no building stands. */
  private final class Open implements CameraSights {
    @Override
    public List<Sight> seeing(LatticePoint place) {
      return posts.cameras.stream().map(this::of).filter(sight -> sight.sees(place)).toList();
    }

    @Override
    public Sight of(Camera camera) {
      return Sight.of(camera.eye(), List.of());
    }
  }

  private static Caller caller(Role role) {
    return Caller.of("somebody", Set.of(role), AreaScope.unlimited(), Purpose.USE);
  }

  private static Camera camera(int number, LatticePoint at, double azimuth, double range) {
    return new Camera(
        String.format("%020d", number),
        "camera",
        at,
        4,
        azimuth,
        60,
        range,
        false,
        CameraState.ONLINE,
        DirectionCertainty.MEASURED,
        "310104001001",
        true);
  }

  /** A camera in the corner direction, so that a box holds more than the circle in it. */
  private static Camera away(int number, double meters) {
    return camera(number, Geodesy.destination(HERE, 45, meters), 225, 200);
  }

  @Test
  void the_nearest_come_first_and_none_from_the_corners_of_the_box() {
    posts.cameras.addAll(List.of(away(1, 99), away(2, 101), away(3, 20), away(4, 60)));
    List<CameraRegister.Nearby> near = register.near(OPERATOR, ALL, HERE, 100, 10);
    assertThat(near)
        .extracting(CameraRegister.Nearby::camera)
        .containsExactly(away(3, 20), away(4, 60), away(1, 99));
    assertThat(register.near(OPERATOR, ALL, HERE, 100, 2)).isEqualTo(near.subList(0, 2));
  }

  @Test
  void of_those_at_the_same_place_the_lower_id_comes_first() {
    posts.cameras.addAll(List.of(away(8, 50), away(5, 50)));
    assertThat(register.near(OPERATOR, ALL, HERE, 100, 1))
        .extracting(CameraRegister.Nearby::camera)
        .containsExactly(away(5, 50));
  }

  @Test
  void a_place_is_covered_by_those_that_look_at_it() {
    Camera looks = away(1, 50);
    Camera turned = camera(2, looks.location(), 45, 200);
    Camera shortSighted = camera(3, looks.location(), 225, 49);
    posts.cameras.addAll(List.of(looks, turned, shortSighted));
    assertThat(register.covering(OPERATOR, HERE))
        .extracting(Covering::camera)
        .containsExactly(looks);
  }

  @Test
  void whoever_runs_the_installation_finds_a_camera_and_may_not_watch_it() {
    posts.cameras.add(away(1, 50));
    String id = away(1, 50).id();
    assertThat(register.getToWatch(OPERATOR, id)).isEqualTo(away(1, 50));
    Caller administrator = caller(Role.ADMINISTRATOR);
    assertThat(register.get(administrator, id)).isEqualTo(away(1, 50));
    assertThatThrownBy(() -> register.getToWatch(administrator, id)).isInstanceOf(Forbidden.class);
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
    assertThatThrownBy(() -> register.load(tx, OPERATOR, cameras)).isInstanceOf(Forbidden.class);
    assertThat(posts.cameras).isEmpty();
    register.load(tx, Caller.owner(), cameras);
    assertThat(register.list(OPERATOR, ALL)).isEqualTo(cameras);
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
    return new Camera(
        id,
        "camera",
        HERE,
        4,
        azimuth,
        angle,
        range,
        false,
        CameraState.ONLINE,
        DirectionCertainty.MEASURED,
        "310104001001",
        true);
  }

  /** Cameras in a list. */
  private static final class Posts implements CameraStore {
    private final List<Camera> cameras = new ArrayList<>();

    @Override
    public Optional<Camera> find(Tx tx, Caller caller, String id) {
      return cameras.stream().filter(camera -> camera.id().equals(id)).findFirst();
    }

    @Override
    public List<Camera> list(Tx tx, Caller caller, CameraQuery query) {
      return cameras.stream().filter(camera -> isIn(query.box(), camera.location())).toList();
    }

    private static boolean isIn(@Nullable LatticeBox box, LatticePoint at) {
      return box == null || box.intersects(new LatticeBox(at.lon(), at.lat(), at.lon(), at.lat()));
    }

    @Override
    public int count(Tx tx, Caller caller, String areaCode) {
      return cameras.size();
    }

    @Override
    public void add(Tx tx, Caller caller, List<Camera> more) {
      cameras.addAll(more);
    }
  }
}
