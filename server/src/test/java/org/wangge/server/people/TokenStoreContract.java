package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.ApiToken;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of tokens promises, on either database. */
abstract class TokenStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00.123456Z");

  private final JdbcTokenStore store = new JdbcTokenStore();
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
  void a_token_comes_back_by_id_and_by_hash_as_it_was_put_in() {
    ApiToken wide = token("t1", "operator", T0, List.of());
    ApiToken narrow = token("t2", "operator", T0.plusSeconds(1), List.of("990101", "990102-1"));
    add(wide, "h1");
    add(narrow, "h2");
    assertThat(find("t1")).contains(wide);
    assertThat(findByHash("h2")).contains(narrow);
    assertThat(find("t3")).isEmpty();
    assertThat(findByHash("t1")).isEmpty();
  }

  @Test
  void a_list_is_one_accounts_newest_first() {
    ApiToken first = token("t1", "operator", T0, List.of());
    ApiToken second = token("t2", "operator", T0.plusSeconds(1), List.of());
    add(first, "h1");
    add(second, "h2");
    add(token("t3", "planner", T0, List.of()), "h3");
    List<ApiToken> listed = database.read(tx -> store.list(tx, CALLER, "operator"));
    assertThat(listed).containsExactly(second, first);
  }

  @Test
  void an_id_or_a_hash_is_taken_once() {
    add(token("t1", "operator", T0, List.of()), "h1");
    assertThatThrownBy(() -> add(token("t1", "planner", T0, List.of()), "h2"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("token-taken");
    assertThatThrownBy(() -> add(token("t2", "planner", T0, List.of()), "h1"))
        .isInstanceOf(Conflict.class);
    assertThat(find("t1").orElseThrow().account()).isEqualTo("operator");
  }

  @Test
  void a_token_is_revoked_once_and_stays_so() {
    add(token("t1", "operator", T0, List.of()), "h1");
    add(token("t2", "operator", T0, List.of()), "h2");
    add(token("t3", "planner", T0, List.of()), "h3");
    assertThat(revoke("t1")).isTrue();
    Instant when = find("t1").orElseThrow().revoked().orElseThrow();
    assertThat(revoke("t1")).isFalse();
    assertThat(revoke("t9")).isFalse();
    int revoked = change(tx -> store.revokeAll(tx, CALLER, "operator"));
    assertThat(revoked).isEqualTo(1);
    assertThat(find("t1").orElseThrow().revoked()).contains(when);
    assertThat(find("t2").orElseThrow().revoked()).isPresent();
    assertThat(find("t3").orElseThrow().revoked()).isEmpty();
  }

  @Test
  void its_use_is_noted() {
    add(token("t1", "operator", T0, List.of()), "h1");
    change(
        tx -> {
          store.use(tx, CALLER, "t1", T0.plusSeconds(5));
          return 0;
        });
    assertThat(find("t1").orElseThrow().lastUsed()).contains(T0.plusSeconds(5));
  }

  @Test
  void of_8_writers_who_also_roll_back_each_id_goes_to_one() {
    RaceOfWriters.eachIdGoesToOne(
        database,
        (tx, id) -> store.add(tx, CALLER, token(id, "operator", T0, List.of()), "hash-" + id));
  }

  private static ApiToken token(String id, String account, Instant at, List<String> areas) {
    Set<Role> roles = Set.of(Role.OPERATOR, Role.SUPERVISOR);
    return new ApiToken(
        id, account, "给脚本", roles, areas, at, at.plus(ApiToken.LONGEST), null, null);
  }

  private void add(ApiToken token, String hash) {
    change(
        tx -> {
          store.add(tx, CALLER, token, hash);
          return 0;
        });
  }

  private boolean revoke(String id) {
    return change(tx -> store.revoke(tx, CALLER, id));
  }

  private Optional<ApiToken> find(String id) {
    return database.read(tx -> store.find(tx, CALLER, id));
  }

  private Optional<ApiToken> findByHash(String hash) {
    return database.read(tx -> store.findByHash(tx, CALLER, hash));
  }

  private <T> T change(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }
}
