package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaKey;
import org.wangge.people.Account;
import org.wangge.people.AccountQuery;
import org.wangge.people.AccountState;
import org.wangge.people.AccountStore;
import org.wangge.people.Grant;
import org.wangge.people.HolderQuery;
import org.wangge.people.Session;
import org.wangge.people.SessionStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What accounts, grants and sessions promise on every database. */
abstract class AccountStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Caller ALL = Caller.upkeep();

  private final AccountStore store = new JdbcAccountStore();
  private final SessionStore sessions = new JdbcSessionStore();
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
  void an_account_comes_back_as_it_was_added() {
    add("li.wei", "W-1");
    assertThat(find("li.wei")).isEqualTo(account("li.wei", "W-1"));
    assertThat(read(store, "li.wei")).contains("hash of li.wei");
  }

  @Test
  void of_more_accounts_than_a_page_holds_the_last_is_found_by_role_and_place() {
    AreaKey grid = AreaKey.tree("990101001002003");
    List<Object[]> many = new ArrayList<>();
    List<Object[]> granted = new ArrayList<>();
    for (int i = 0; i < 5_001; i++) {
      String id = "a%05d".formatted(i);
      many.add(new Object[] {id, 1, "active", "x", false, NOW, false});
      granted.add(new Object[] {id, "worker", "tree", "990101001003001", NOW, "keeper"});
    }
    database.write(
        ALL,
        tx -> {
          JdbcTx jdbc = JdbcTx.of(tx);
          jdbc.updateAll(
              "insert into people_account (id, version, state, password_hash, must_change_password,"
                  + " created_at, generated) values (?, ?, ?, ?, ?, ?, ?)",
              many);
          jdbc.updateAll(
              "insert into people_grant (account_id, role, partition_id, area_code, valid_from,"
                  + " granted_by) values (?, ?, ?, ?, ?, ?)",
              granted);
          return 0;
        });
    for (String one : List.of("z-here", "z-above", "z-beat", "z-all", "z-other", "z-disabled")) {
      add(one, null);
    }
    grant("z-here", Role.VOLUNTEER, grid, null);
    grant("z-above", Role.VOLUNTEER, AreaKey.tree("990101001"), null);
    grant("z-beat", Role.VOLUNTEER, new AreaKey("police-beat", "7"), null);
    grant("z-all", Role.WORKER, null, null);
    grant("z-other", Role.OPERATOR, grid, null);
    grant("z-disabled", Role.VOLUNTEER, grid, null);
    change(new Account("z-disabled", 2, AccountState.DISABLED, null, false, NOW, false));
    assertThat(holders(grid.code(), null)).containsExactly("z-above", "z-all", "z-beat", "z-here");
    assertThat(holders(grid.code(), Set.of("z-here", "z-other", "a05000")))
        .containsExactly("z-here");
    assertThat(holders("990101001003001", null)).hasSize(5_004).startsWith("a00000");
    assertThat(holders(grid.code(), Set.of())).isEmpty();
  }

  private List<String> holders(String grid, @Nullable Set<String> among) {
    HolderQuery query =
        new HolderQuery(Set.of(Role.VOLUNTEER, Role.WORKER), grid, NOW.plusSeconds(1), among);
    return database.read(tx -> store.holders(tx, query)).stream()
        .map(one -> one.account().id())
        .toList();
  }

  @Test
  void an_id_is_never_given_twice() {
    add("li.wei", null);
    assertThatThrownBy(() -> add("li.wei", "W-2"))
        .isInstanceOfSatisfying(
            Conflict.class, fault -> assertThat(fault.code()).isEqualTo("account-taken"));
    assertThat(find("li.wei").staffCode()).isEmpty();
  }

  @Test
  void of_two_changes_of_one_version_one_is_refused() {
    add("li.wei", null);
    Account disabled = new Account("li.wei", 2, AccountState.DISABLED, null, false, NOW, false);
    change(disabled);
    assertThatThrownBy(() -> change(disabled)).isInstanceOf(Conflict.class);
    assertThat(find("li.wei").isActive()).isFalse();
  }

  @Test
  void whoever_keeps_accounts_in_one_community_sees_those_with_a_grant_there() {
    add("here", null);
    add("elsewhere", null);
    add("overlay", null);
    grant("here", Role.WORKER, AreaKey.tree("990101001002003"), null);
    grant("elsewhere", Role.WORKER, AreaKey.tree("990101001003001"), null);
    grant("overlay", Role.WORKER, new AreaKey("police-beat", "990101001002"), null);
    Caller keeper =
        Caller.of(
            "keeper",
            Set.of(Role.ADMINISTRATOR),
            AreaScope.of(List.of("990101001002")),
            Purpose.USE);
    assertThat(ids(keeper, query(null))).containsExactly("here");
    assertThat(ids(ALL, query(null))).containsExactly("elsewhere", "here", "overlay");
    assertThat(ids(ALL, query("else"))).containsExactly("elsewhere");
  }

  @Test
  void a_grant_ends_once() {
    add("li.wei", null);
    Grant grant = grant("li.wei", Role.OPERATOR, null, null);
    end(grant.id(), NOW.plusSeconds(60));
    end(grant.id(), NOW.plusSeconds(90));
    assertThat(grants("li.wei"))
        .singleElement()
        .satisfies(one -> assertThat(one.validity().to()).contains(NOW.plusSeconds(60)));
  }

  @Test
  void administrators_everywhere_are_counted_as_of_an_instant() {
    add("a", null);
    add("b", null);
    grant("a", Role.ADMINISTRATOR, null, null);
    grant("b", Role.ADMINISTRATOR, AreaKey.tree("990101001"), null);
    assertThat(administrators("")).isOne();
    assertThat(administrators("a")).isZero();
    grant("b", Role.ADMINISTRATOR, null, NOW.plusSeconds(5));
    assertThat(administrators("a")).isOne();
  }

  @Test
  void a_session_is_found_by_its_secret_alone_and_ends_for_good() {
    add("li.wei", null);
    begin("s1", "hash-1");
    begin("s2", "hash-2");
    assertThat(session("hash-1")).hasValueSatisfying(one -> assertThat(one.id()).isEqualTo("s1"));
    assertThat(session("s1")).isEmpty();
    int ended = database.write(ALL, tx -> sessions.endAll(tx, "li.wei", "s2"));
    assertThat(ended).isOne();
    assertThat(session("hash-1")).isEmpty();
    assertThat(session("hash-2")).isPresent();
  }

  @Test
  void what_is_over_is_removed_and_what_goes_on_stays() {
    add("li.wei", null);
    begin("s1", "hash-1");
    database.write(
        ALL,
        tx -> {
          sessions.removeOver(tx, NOW.plus(Duration.ofHours(23)));
          return 0;
        });
    assertThat(session("hash-1")).isPresent();
    database.write(
        ALL,
        tx -> {
          sessions.removeOver(tx, NOW.plus(Duration.ofHours(24)));
          return 0;
        });
    assertThat(session("hash-1")).isEmpty();
  }

  @Test
  void each_id_goes_to_one_of_eight_writers() {
    RaceOfWriters.eachIdGoesToOne(
        database, (tx, id) -> store.add(tx, account(id, null), "hash of " + id));
    assertThat(ids(ALL, query("id-"))).hasSize(RaceOfWriters.IDS);
  }

  private static Account account(String id, @Nullable String staffCode) {
    return new Account(id, 1, AccountState.ACTIVE, staffCode, false, NOW, false);
  }

  private void add(String id, @Nullable String staffCode) {
    database.write(
        ALL,
        tx -> {
          store.add(tx, account(id, staffCode), "hash of " + id);
          return 0;
        });
  }

  private void change(Account changed) {
    database.write(
        ALL,
        tx -> {
          store.change(tx, changed);
          return 0;
        });
  }

  private Account find(String id) {
    return database.read(tx -> store.find(tx, id)).orElseThrow();
  }

  private Optional<String> read(AccountStore from, String id) {
    return database.read(tx -> from.passwordHash(tx, id));
  }

  private Grant grant(String id, Role role, @Nullable AreaKey area, @Nullable Instant end) {
    Grant wanted = new Grant(0, id, role, area, new Validity(NOW, end), "test");
    return database.write(ALL, tx -> store.addGrant(tx, wanted));
  }

  private void end(long grant, Instant at) {
    database.write(
        ALL,
        tx -> {
          store.endGrant(tx, grant, at);
          return 0;
        });
  }

  private List<Grant> grants(String id) {
    return database.read(tx -> store.grants(tx, id));
  }

  private int administrators(String but) {
    return database.read(tx -> store.countEverywhere(tx, Role.ADMINISTRATOR, NOW, but));
  }

  private static AccountQuery query(@Nullable String text) {
    return new AccountQuery(text, null, null, null, "", 100);
  }

  private List<String> ids(Caller caller, AccountQuery query) {
    return database.read(tx -> store.list(tx, caller, query)).stream().map(Account::id).toList();
  }

  private void begin(String id, String hash) {
    Session session =
        new Session(
            id,
            "li.wei",
            false,
            true,
            NOW,
            NOW.truncatedTo(ChronoUnit.MICROS),
            Duration.ofHours(12),
            NOW.plus(Duration.ofHours(24)),
            "192.0.2.1",
            "a browser");
    database.write(
        ALL,
        tx -> {
          sessions.add(tx, session, hash);
          return 0;
        });
  }

  private Optional<Session> session(String hash) {
    return database.read(tx -> sessions.find(tx, hash));
  }
}
