package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.fault.Fault;
import org.wangge.people.Datum;
import org.wangge.people.Device;
import org.wangge.server.http.TooBusy;
import org.wangge.server.people.DeviceDesk.State;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

class DeviceDeskTest {
  private static final AreaScope STREET = AreaScope.of(List.of("990101001"));
  private static final Caller SCREEN = Caller.anonymous();
  private static final Caller ADMIN =
      StaffCaller.of("admin", Role.ADMINISTRATOR, AreaScope.unlimited());
  private static final Caller NARROW = StaffCaller.of("admin2", Role.ADMINISTRATOR, STREET);
  private static final Caller OPERATOR =
      StaffCaller.of("operator", Role.OPERATOR, AreaScope.unlimited());

  private final SetClock machine = new SetClock();
  private final Database database = TestDatabase.H2.open();
  private final DeviceDesk desk = new DeviceDesk(database, new JdbcDeviceStore(), machine);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_screen_is_let_in_by_its_code_and_keeps_the_secret_it_had() {
    var begun = desk.begin(SCREEN);
    assertThat(begun.code()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(begun.toString()).doesNotContain(begun.code()).doesNotContain(begun.secret());
    assertThat(desk.poll(SCREEN, begun.secret())).isEqualTo(State.WAITING);
    assertThat(desk.find(begun.secret())).isEmpty();
    String typed = begun.code().toLowerCase(Locale.ROOT).replace('-', ' ');
    Device wall = desk.approve(ADMIN, typed, " Hall, ground floor ", STREET);
    assertThat(desk.poll(SCREEN, begun.secret())).isEqualTo(State.PAIRED);
    assertThat(desk.find(begun.secret())).contains(wall);
    assertThat(wall.name()).isEqualTo("Hall, ground floor");
    Caller caller = wall.caller();
    assertThat(caller.roles()).isEqualTo(Set.of(Role.WALL));
    assertThat(caller.scope()).isEqualTo(STREET);
    assertThat(caller.account()).isEqualTo("wall-" + wall.id());
  }

  @Test
  void a_code_is_good_once_and_for_ten_minutes() {
    var begun = desk.begin(SCREEN);
    approve(begun.code());
    refused("pairing-unknown", () -> approve(begun.code()));
    var late = desk.begin(SCREEN);
    machine.now = machine.now.plus(Duration.ofMinutes(10));
    assertThat(desk.poll(SCREEN, late.secret())).isEqualTo(State.OVER);
    refused("pairing-unknown", () -> approve(late.code()));
    refused("pairing-unknown", () -> approve("ABCD-EFGH"));
  }

  @Test
  void a_wall_that_is_taken_back_is_out_at_once() {
    var begun = desk.begin(SCREEN);
    String id = approve(begun.code()).id();
    desk.revoke(ADMIN, id);
    assertThat(desk.find(begun.secret())).isEmpty();
    assertThat(desk.poll(SCREEN, begun.secret())).isEqualTo(State.OVER);
    desk.revoke(ADMIN, id);
    assertThat(desk.list(ADMIN).get(0).revoked()).isPresent();
  }

  @Test
  void nobody_lets_in_what_they_are_not_responsible_for() {
    var begun = desk.begin(SCREEN);
    refused("role-missing", () -> desk.approve(OPERATOR, begun.code(), "n", STREET));
    refused("area-scope", () -> desk.approve(NARROW, begun.code(), "n", AreaScope.unlimited()));
    AreaScope next = AreaScope.of(List.of("990101002"));
    refused("area-scope", () -> desk.approve(NARROW, begun.code(), "n", next));
    refused("area-scope", () -> desk.addPhone(NARROW, "n", "W-017", Datum.WGS84));
    Device wall = desk.approve(NARROW, begun.code(), "n", STREET);
    assertThat(desk.list(NARROW)).containsExactly(wall);
    refused("role-missing", () -> desk.list(OPERATOR));
    refused("role-missing", () -> desk.revoke(OPERATOR, wall.id()));
  }

  @Test
  void who_is_responsible_for_a_part_takes_back_nothing_else() {
    String everywhere = approve(desk.begin(SCREEN).code()).id();
    assertThat(desk.list(NARROW)).isEmpty();
    refused("device-unknown", () -> desk.revoke(NARROW, everywhere));
  }

  @Test
  void names_and_areas_are_looked_at_before_the_code_is_used_up() {
    String code = desk.begin(SCREEN).code();
    refused("device-name", () -> desk.approve(ADMIN, code, " ", STREET));
    refused("device-areas", () -> desk.approve(ADMIN, code, "n", AreaScope.of(List.of())));
    refused("device-areas", () -> desk.approve(ADMIN, code, "n", AreaScope.of(List.of("9 9"))));
    assertThat(approve(code).isGood()).isTrue();
  }

  @Test
  void a_phone_is_bound_to_a_staff_code_and_reads_nothing() {
    DeviceDesk.AddedPhone added = desk.addPhone(ADMIN, "phone 17", "W-017", Datum.WGS84);
    assertThat(added.secret()).matches("wgd_[0-9A-Za-z]{49}");
    Device phone = desk.find(added.secret()).orElseThrow();
    assertThat(phone.staffCode()).contains("W-017");
    assertThat(phone.caller().roles()).isEqualTo(Set.of(Role.PHONE));
    assertThat(phone.caller().isStaff()).isFalse();
    assertThat(phone.caller().scope().isNowhere()).isTrue();
    assertThat(phone.caller().staffCode()).contains("W-017");
    refused("staff-code-shape", () -> desk.addPhone(ADMIN, "n", "a person's name", Datum.WGS84));
    desk.revoke(ADMIN, phone.id());
    assertThat(desk.find(added.secret())).isEmpty();
  }

  @Test
  void it_is_noted_that_a_device_was_seen() {
    String secret = desk.addPhone(ADMIN, "phone 17", "W-017", Datum.WGS84).secret();
    assertThat(desk.find(secret).orElseThrow().lastSeen()).isEmpty();
    Instant seen = desk.find(secret).orElseThrow().lastSeen().orElseThrow();
    assertThat(desk.find(secret).orElseThrow().lastSeen()).contains(seen);
  }

  @Test
  void only_so_many_screens_wait_at_a_time() {
    for (int i = 0; i < DeviceDesk.MOST_PAIRINGS; i++) {
      assertThat(desk.begin(SCREEN).code()).isNotEmpty();
    }
    assertThatThrownBy(() -> desk.begin(SCREEN)).isInstanceOf(TooBusy.class);
    machine.now = machine.now.plus(Duration.ofMinutes(10));
    assertThat(desk.begin(SCREEN).code()).isNotEmpty();
  }

  private Device approve(String code) {
    return desk.approve(ADMIN, code, "n", AreaScope.unlimited());
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
