package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.fault.Fault;
import org.wangge.fault.Forbidden;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticePoint;

class CameraKeeperTest {
  private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
  private static final LatticePoint HERE = LatticePoint.ofDegrees(121.5, 31.2);
  private static final String ID = "31010400001320000001";

  private final ListedCameras posts = new ListedCameras();
  private HeardTx tx = new HeardTx(START);

  private static Caller caller(Role role, AreaScope scope) {
    return Caller.of("somebody", Set.of(role), scope, Purpose.USE);
  }

  private static final Caller LIAISON = caller(Role.LIAISON, AreaScope.unlimited());

  private CameraKeeper at(Instant now) {
    tx = new HeardTx(now);
    return new CameraKeeper(new OneTx(tx), posts, (any, places) -> place -> Cameras.GRID);
  }

  private static Camera camera(double azimuth) {
    return Cameras.at(ID, HERE, CameraLens.of(azimuth, 60, 100));
  }

  private static CameraChange turnedTo(double azimuth) {
    return new CameraChange(
        Optional.empty(),
        pose ->
            new CameraPose(
                pose.location(),
                pose.mountHeightMeters(),
                pose.indoor(),
                List.of(CameraLens.of(azimuth, 60, 100)),
                pose.directionCertainty(),
                pose.turn()),
        Optional.empty(),
        UnaryOperator.identity());
  }

  private double azimuthAt(Instant at) {
    return posts
        .find(tx, LIAISON, ID, new AsOf(at, at))
        .orElseThrow()
        .camera()
        .lens()
        .azimuthDegrees();
  }

  private static List<CameraKey> key(int revision) {
    return List.of(new CameraKey(ID, revision));
  }

  private static Instant day(int days) {
    return START.plus(Duration.ofDays(days));
  }

  @Test
  void a_change_of_the_past_holds_up_to_the_next_one_on_record() {
    at(START).add(LIAISON, List.of(camera(10)), null);
    at(day(9)).change(LIAISON, key(1), turnedTo(90), day(8));
    at(day(10)).change(LIAISON, key(2), turnedTo(45), day(3));
    assertThat(azimuthAt(day(2))).isEqualTo(10);
    assertThat(azimuthAt(day(3))).isEqualTo(45);
    assertThat(azimuthAt(day(7))).isEqualTo(45);
    assertThat(azimuthAt(day(8))).isEqualTo(90);
    assertThat(tx.events()).containsExactly(new CameraEvent.CameraChanged(ID, Cameras.GRID));
  }

  @Test
  void the_last_change_is_taken_back_and_made_again() {
    at(START).add(LIAISON, List.of(camera(10)), null);
    at(day(5)).change(LIAISON, key(1), turnedTo(90), null);
    at(day(6)).takeBack(LIAISON, key(2));
    assertThat(azimuthAt(day(7))).isEqualTo(10);
    at(day(7)).takeBack(LIAISON, key(3));
    assertThat(azimuthAt(day(7))).isEqualTo(90);
  }

  @Test
  void what_was_only_entered_cannot_be_taken_back() {
    at(START).add(LIAISON, List.of(camera(10)), null);
    refused("camera-as-entered", () -> at(day(1)).takeBack(LIAISON, key(1)));
  }

  @Test
  void one_that_was_taken_down_stood_before_and_stands_no_more() {
    at(START).add(LIAISON, List.of(camera(10)), null);
    at(day(5)).end(LIAISON, key(1), day(4));
    assertThat(azimuthAt(day(3))).isEqualTo(10);
    assertThat(posts.find(tx, LIAISON, ID, new AsOf(day(4), day(5)))).isEmpty();
    refused("camera-not-standing", () -> at(day(6)).change(LIAISON, key(2), turnedTo(1), null));
  }

  @Test
  void a_camera_is_changed_only_from_what_was_read_and_not_in_the_future() {
    at(START).add(LIAISON, List.of(camera(10)), null);
    refused("version-conflict", () -> at(day(1)).change(LIAISON, key(7), turnedTo(1), null));
    refused("camera-from-future", () -> at(day(1)).change(LIAISON, key(1), turnedTo(1), day(2)));
    refused("camera-unknown", () -> at(day(1)).end(LIAISON, List.of(new CameraKey("1", 1)), null));
    refused(
        "camera-twice", () -> at(day(1)).end(LIAISON, List.of(key(1).get(0), key(1).get(0)), null));
  }

  @Test
  void only_who_keeps_cameras_there_enters_one() {
    assertThatThrownBy(
            () ->
                at(START)
                    .add(caller(Role.PLANNER, AreaScope.unlimited()), List.of(camera(1)), null))
        .isInstanceOf(Forbidden.class);
    Caller elsewhere = caller(Role.OPERATOR, AreaScope.of(List.of("310105")));
    refused("camera-out-of-scope", () -> at(START).add(elsewhere, List.of(camera(1)), null));
  }

  @Test
  void a_list_is_taken_over_again_without_a_trace_where_nothing_differs() {
    Camera other = Cameras.at("31010400001320000002", HERE, CameraLens.of(1, 60, 100));
    at(START).take(LIAISON, List.of(camera(10), other), null, false);
    assertThat(at(day(2)).take(LIAISON, List.of(camera(11), other), null, false))
        .isEqualTo(new CameraKeeper.Taken(0, 1, 1));
    assertThat(azimuthAt(day(2))).isEqualTo(11);
    assertThat(tx.events()).containsExactly(new CameraEvent.CameraChanged(ID, Cameras.GRID));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
