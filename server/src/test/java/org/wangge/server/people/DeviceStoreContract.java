package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.Datum;
import org.wangge.people.Device;
import org.wangge.people.DeviceKind;
import org.wangge.people.DeviceStore.Pairing;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of devices promises, on either database. */
abstract class DeviceStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00.123456Z");
  private static final AreaScope STREET = AreaScope.of(List.of("990101001"));

  private final JdbcDeviceStore store = new JdbcDeviceStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void devices_come_back_by_id_and_by_hash_as_they_were_put_in() {
    Device wall = wall("w1", T0, STREET);
    Device all = wall("w2", T0.plusSeconds(1), AreaScope.unlimited());
    Device phone =
        device("p1", DeviceKind.PHONE, "W-017", T0.plusSeconds(2), AreaScope.of(List.of()));
    add(wall, "h1");
    add(all, "h2");
    add(phone, "h3");
    assertThat(find("w1")).contains(wall);
    assertThat(findByHash("h2")).contains(all);
    assertThat(findByHash("h3")).contains(phone);
    assertThat(findByHash("h4")).isEmpty();
    assertThat(list(CALLER)).containsExactly(phone, all, wall);
  }

  @Test
  void who_is_responsible_for_a_part_sees_the_walls_of_that_part() {
    add(wall("w1", T0, STREET), "h1");
    add(wall("w2", T0, AreaScope.of(List.of("990101001", "990102"))), "h2");
    add(wall("w3", T0, AreaScope.unlimited()), "h3");
    add(device("p1", DeviceKind.PHONE, "W-017", T0, AreaScope.of(List.of())), "h4");
    Caller street = StaffCaller.of("admin2", Role.ADMINISTRATOR, STREET);
    Caller elsewhere =
        StaffCaller.of("admin3", Role.ADMINISTRATOR, AreaScope.of(List.of("990102")));
    assertThat(list(street)).extracting(Device::id).containsExactly("w1");
    assertThat(list(elsewhere)).isEmpty();
    Optional<Device> others = database.read(tx -> store.find(tx, elsewhere, "w1"));
    assertThat(others).isEmpty();
  }

  @Test
  void the_phones_of_a_person_are_found_by_their_code_newest_first() {
    Device first = device("p1", DeviceKind.PHONE, "W-017", T0, AreaScope.of(List.of()));
    Device second =
        device("p2", DeviceKind.PHONE, "W-017", T0.plusSeconds(1), AreaScope.of(List.of()));
    add(first, "h1");
    add(second, "h2");
    add(device("p3", DeviceKind.PHONE, "W-018", T0, AreaScope.of(List.of())), "h3");
    add(wall("w1", T0, STREET), "h4");
    List<Device> found = database.read(tx -> store.listOf(tx, CALLER, "W-017"));
    assertThat(found).containsExactly(second, first);
    List<Device> none = database.read(tx -> store.listOf(tx, CALLER, "W-019"));
    assertThat(none).isEmpty();
  }

  @Test
  void an_id_or_a_hash_is_taken_once() {
    add(wall("w1", T0, STREET), "h1");
    assertThatThrownBy(() -> add(wall("w1", T0, STREET), "h2"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("device-taken");
    assertThatThrownBy(() -> add(wall("w2", T0, STREET), "h1")).isInstanceOf(Conflict.class);
  }

  @Test
  void a_device_is_revoked_once_and_seen_when_it_was_seen() {
    add(wall("w1", T0, STREET), "h1");
    assertThat(revoke("w1")).isTrue();
    assertThat(revoke("w1")).isFalse();
    assertThat(revoke("w9")).isFalse();
    change(
        tx -> {
          store.see(tx, CALLER, "w1", T0.plusSeconds(9));
          return 0;
        });
    Device after = find("w1").orElseThrow();
    assertThat(after.isGood()).isFalse();
    assertThat(after.lastSeen()).contains(T0.plusSeconds(9));
  }

  @Test
  void a_pairing_waits_until_its_time_is_over_and_is_forgotten_after_that() {
    begin(pairing("s1", "c1", T0));
    assertThat(isWaiting("s1", T0.plusSeconds(599))).isTrue();
    assertThat(isWaiting("s1", T0.plusSeconds(600))).isFalse();
    assertThat(isWaiting("c1", T0)).isFalse();
    assertThat(take("c1", T0.plusSeconds(600))).isEmpty();
    begin(pairing("s2", "c2", T0.plusSeconds(600)));
    int left = database.read(tx -> store.countPairings(tx, CALLER));
    assertThat(left).isEqualTo(1);
  }

  @Test
  void a_code_that_is_shown_already_is_not_shown_by_another() {
    begin(pairing("s1", "c1", T0));
    assertThatThrownBy(() -> begin(pairing("s2", "c1", T0))).isInstanceOf(Conflict.class);
  }

  @Test
  void of_8_who_take_a_pairing_one_gets_it() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int round = 0; round < 5; round++) {
      String code = "c" + round;
      begin(pairing("s" + round, code, T0));
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tries.add(threads.submit(() -> take(code, T0).isPresent()));
      }
      int got = 0;
      for (Future<Boolean> one : tries) {
        got += one.get() ? 1 : 0;
      }
      assertThat(got).isEqualTo(1);
    }
    threads.shutdown();
  }

  @Test
  void of_8_writers_who_also_roll_back_each_id_goes_to_one() {
    RaceOfWriters.eachIdGoesToOne(
        database, (tx, id) -> store.add(tx, CALLER, wall(id, T0, STREET), "hash-" + id));
  }

  private static Device wall(String id, Instant at, AreaScope scope) {
    return device(id, DeviceKind.WALL, null, at, scope);
  }

  private static Device device(
      String id, DeviceKind kind, @Nullable String staffCode, Instant at, AreaScope scope) {
    return new Device(id, kind, "大厅", staffCode, scope, Datum.GCJ02, "admin", at, null, null);
  }

  private static Pairing pairing(String secret, String code, Instant at) {
    return new Pairing(secret, code, at, at.plusSeconds(600));
  }

  private void add(Device device, String hash) {
    change(
        tx -> {
          store.add(tx, CALLER, device, hash);
          return 0;
        });
  }

  private void begin(Pairing pairing) {
    change(
        tx -> {
          store.begin(tx, CALLER, pairing);
          return 0;
        });
  }

  private boolean revoke(String id) {
    return change(tx -> store.revoke(tx, CALLER, id));
  }

  private boolean isWaiting(String secret, Instant at) {
    return database.read(tx -> store.isWaiting(tx, CALLER, secret, at));
  }

  private Optional<Pairing> take(String code, Instant at) {
    return change(tx -> store.take(tx, CALLER, code, at));
  }

  private Optional<Device> find(String id) {
    return database.read(tx -> store.find(tx, CALLER, id));
  }

  private Optional<Device> findByHash(String hash) {
    return database.read(tx -> store.findByHash(tx, CALLER, hash));
  }

  private List<Device> list(Caller caller) {
    return database.read(tx -> store.list(tx, caller));
  }

  private <T> T change(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }
}
