package org.wangge.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraLens;
import org.wangge.camera.Cameras;
import org.wangge.camera.ListedCameras;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;

class FootageAccessTest {
  private static final Instant NOW = Instant.parse("2026-11-02T04:00:00Z");
  private static final String ID = "31010400001310000001";
  private static final Camera CAMERA =
      Cameras.at(ID, LatticePoint.ofDegrees(121.5, 31.2), CameraLens.of(0, 60, 100));
  private static final Span YESTERDAY = span(Duration.ofHours(25), Duration.ofHours(24));
  private static final Span JUST_NOW = span(Duration.ofMinutes(10), Duration.ZERO);

  private final HeardTx tx = new HeardTx(NOW);
  private final ListedCameras cameras = new ListedCameras();
  private final Kept kept = new Kept();
  private final FootageAccess access = access(tx);

  FootageAccessTest() {
    cameras.put(NOW.minus(Duration.ofDays(60)), CAMERA);
  }

  private FootageAccess access(HeardTx at) {
    return new FootageAccess(
        new OneTx(at),
        cameras,
        kept,
        instant -> new UUID(1, kept.all.size()),
        Duration.ofMinutes(15));
  }

  private static Span span(Duration from, Duration to) {
    return new Span(NOW.minus(from), NOW.minus(to));
  }

  private static Caller caller(String account, Role role, AreaScope scope) {
    return Caller.of(account, Set.of(role), scope, Purpose.USE);
  }

  private static Caller one(Role role) {
    return caller(role.word(), role, AreaScope.unlimited());
  }

  private static RetrievalRequest request(String camera, Span span) {
    return new RetrievalRequest(Set.of(camera), span, RetrievalReason.ACCIDENT, "J-12");
  }

  @Test
  void whoever_runs_the_installation_does_not_look() {
    assertThat(access.live(one(Role.OPERATOR), ID)).isEqualTo(CAMERA);
    assertThatThrownBy(() -> access.live(one(Role.ADMINISTRATOR), ID))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> access.past(one(Role.ADMINISTRATOR), ID, JUST_NOW, null))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void the_last_minutes_need_no_reason_for_who_is_on_duty_and_not_for_a_wall() {
    assertThat(access.past(one(Role.OPERATOR), ID, JUST_NOW, null)).isEqualTo(CAMERA);
    assertThatThrownBy(() -> access.past(one(Role.WALL), ID, JUST_NOW, null))
        .isInstanceOf(Forbidden.class);
    Span before = span(Duration.ofMinutes(15).plusMillis(1), Duration.ZERO);
    assertThatThrownBy(() -> access.past(one(Role.OPERATOR), ID, before, null))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("retrieval-needed");
    assertThatThrownBy(
            () -> access.past(one(Role.OPERATOR), ID, new Span(NOW, NOW.plusMillis(1)), null))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void what_is_longer_ago_needs_a_reason_of_ones_own_for_that_camera_and_time() {
    Caller liaison = one(Role.LIAISON);
    assertThatThrownBy(() -> access.past(liaison, ID, YESTERDAY, null))
        .isInstanceOf(Forbidden.class);
    UUID id = access.retrieve(liaison, request(ID, YESTERDAY)).id();
    assertThat(access.past(liaison, ID, YESTERDAY, id)).isEqualTo(CAMERA);
    assertThat(tx.audited())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("footage-retrieved");
              assertThat(entry.subject()).isEqualTo(ID);
              assertThat(entry.why()).isEqualTo("accident J-12");
              assertThat(entry.facts()).containsEntry("from", YESTERDAY.from().toString());
            });
    Span longer = new Span(YESTERDAY.from().minusMillis(1), YESTERDAY.to());
    assertRefused(liaison, ID, longer, id);
    assertRefused(liaison, "31010400001310000002", YESTERDAY, id);
    assertRefused(caller("other", Role.LIAISON, AreaScope.unlimited()), ID, YESTERDAY, id);
    assertRefused(one(Role.OPERATOR), ID, YESTERDAY, id);
    assertThatThrownBy(
            () ->
                access(new HeardTx(NOW.plus(FootageAccess.GOOD))).past(liaison, ID, YESTERDAY, id))
        .isInstanceOf(Forbidden.class);
  }

  private void assertRefused(Caller caller, String camera, Span span, UUID id) {
    assertThatThrownBy(() -> access.past(caller, camera, span, id))
        .as("%s %s %s", caller.account(), camera, span)
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void a_camera_of_another_area_is_unknown_for_every_way_of_looking() {
    Caller elsewhere = caller("away", Role.LIAISON, AreaScope.of(List.of("990101")));
    assertThatThrownBy(() -> access.live(elsewhere, ID)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> access.past(elsewhere, ID, JUST_NOW, null))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> access.retrieve(elsewhere, request(ID, YESTERDAY)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_request_is_for_some_cameras_some_time_and_no_free_text() {
    assertThatThrownBy(() -> new RetrievalRequest(Set.of(), YESTERDAY, RetrievalReason.CASE, ""))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> request(ID, span(Duration.ofHours(25), Duration.ZERO)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> request(ID, new Span(NOW, NOW))).isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () -> new RetrievalRequest(Set.of(ID), YESTERDAY, RetrievalReason.CASE, "my wife"))
        .isInstanceOf(Invalid.class);
  }

  private static final class Kept implements RetrievalStore {
    private final Map<UUID, Retrieval> all = new HashMap<>();

    @Override
    public void add(Tx at, Caller caller, Retrieval retrieval) {
      all.put(retrieval.id(), retrieval);
    }

    @Override
    public Optional<Retrieval> find(Tx at, Caller caller, UUID id) {
      return Optional.ofNullable(all.get(id)).filter(one -> one.account().equals(caller.account()));
    }
  }
}
