package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;

class DeviceTest {
  private static final Instant ADDED = Instant.parse("2026-11-03T08:00:00Z");
  private static final AreaScope TWO_STREETS = AreaScope.of(List.of("990001001", "990001002"));

  private final Device wall = device(DeviceKind.WALL, null, TWO_STREETS, null);
  private final Device phone = device(DeviceKind.PHONE, "W-7", AreaScope.nowhere(), null);

  @Test
  void a_phone_is_somebodys_and_a_wall_is_nobodys() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> device(DeviceKind.PHONE, null, AreaScope.nowhere(), null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> device(DeviceKind.WALL, "W-7", TWO_STREETS, null));
    assertThat(phone.staffCode()).contains("W-7");
    assertThat(wall.staffCode()).isEmpty();
  }

  @Test
  void it_is_let_in_until_that_is_taken_back() {
    assertThat(wall.isGood()).isTrue();
    assertThat(wall.revoked()).isEmpty();
    assertThat(wall.lastSeen()).isEmpty();
    Device gone = device(DeviceKind.WALL, null, TWO_STREETS, ADDED.plusSeconds(60));
    assertThat(gone.isGood()).isFalse();
    assertThat(gone.revoked()).contains(ADDED.plusSeconds(60));
  }

  @Test
  void a_wall_is_within_an_area_only_if_it_shows_nothing_else() {
    assertThat(wall.isWithin(TWO_STREETS)).isTrue();
    assertThat(wall.isWithin(AreaScope.of(List.of("990001")))).isTrue();
    assertThat(wall.isWithin(AreaScope.of(List.of("990001001")))).isFalse();
    assertThat(wall.isWithin(AreaScope.nowhere())).isFalse();
  }

  @Test
  void a_wall_that_shows_everything_is_only_for_who_is_responsible_for_everything() {
    Device all = device(DeviceKind.WALL, null, AreaScope.unlimited(), null);
    assertThat(all.isWithin(TWO_STREETS)).isFalse();
    assertThat(all.isWithin(AreaScope.unlimited())).isTrue();
  }

  @Test
  void a_phone_is_only_for_who_is_responsible_for_everything() {
    assertThat(phone.isWithin(TWO_STREETS)).isFalse();
    assertThat(phone.isWithin(AreaScope.unlimited())).isTrue();
  }

  @Test
  void a_wall_reads_in_its_scope_and_sends_nothing() {
    Caller caller = wall.caller();
    assertThat(caller.account()).isEqualTo("wall-d1");
    assertThat(caller.origin().session()).contains("wall-d1");
    assertThat(caller.has(Right.SEND_POSITIONS)).isFalse();
    assertThat(caller.with(Right.READ_POSITIONS).scope()).isEqualTo(TWO_STREETS);
  }

  @Test
  void a_phone_sends_for_its_owner_and_reads_nothing() {
    Caller caller = phone.caller();
    assertThat(caller.account()).isEqualTo("phone-d1");
    assertThat(caller.staffCode()).contains("W-7");
    assertThat(caller.has(Right.SEND_POSITIONS)).isTrue();
    assertThat(caller.has(Right.READ_POSITIONS)).isFalse();
    assertThat(caller.has(Right.READ_INCIDENTS)).isFalse();
  }

  private static Device device(
      DeviceKind kind, @Nullable String staffCode, AreaScope scope, @Nullable Instant revoked) {
    return new Device(
        "d1", kind, "hall", staffCode, scope, Datum.WGS84, "kim", ADDED, null, revoked);
  }
}
