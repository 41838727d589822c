package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.Account;
import org.wangge.people.AccountState;
import org.wangge.people.Identity;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of linked identities promises, on either database. */
abstract class IdentityStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final String ISSUER = "https://id.example/realm";
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00.123456Z");

  private final JdbcIdentityStore store = new JdbcIdentityStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
    for (String id : List.of("operator", "planner")) {
      Account account = new Account(id, 1, AccountState.ACTIVE, null, false, T0, false);
      change(
          tx -> {
            new JdbcAccountStore().add(tx, account, "hash");
            return 0;
          });
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_identity_comes_back_as_it_was_linked_and_by_its_very_letters() {
    Identity linked = link("operator", ISSUER, "Abc-123");
    assertThat(find(ISSUER, "Abc-123"))
        .contains(new Identity(linked.id(), "operator", ISSUER, "Abc-123", "admin", T0));
    assertThat(find(ISSUER, "abc-123")).isEmpty();
    assertThat(find(ISSUER, "Abc-123 ")).isEmpty();
    assertThat(find(ISSUER + "/", "Abc-123")).isEmpty();
  }

  @Test
  void an_identity_opens_one_account_and_an_account_may_have_several() {
    link("operator", ISSUER, "a");
    assertThatThrownBy(() -> link("planner", ISSUER, "a"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("identity-taken");
    link("operator", "https://other.example", "a");
    link("planner", ISSUER, "b");
    List<Identity> own = database.read(tx -> store.list(tx, CALLER, "operator"));
    assertThat(own).extracting(Identity::issuer).containsExactly(ISSUER, "https://other.example");
  }

  @Test
  void it_is_unlinked_from_its_own_account_alone_and_can_be_linked_anew() {
    Identity linked = link("operator", ISSUER, "a");
    assertThat(remove("planner", linked.id())).isFalse();
    assertThat(find(ISSUER, "a")).isPresent();
    assertThat(remove("operator", linked.id())).isTrue();
    assertThat(remove("operator", linked.id())).isFalse();
    assertThat(link("planner", ISSUER, "a").id()).isNotEqualTo(linked.id());
  }

  @Test
  void of_8_writers_who_also_roll_back_each_subject_goes_to_one() {
    RaceOfWriters.eachIdGoesToOne(
        database, (tx, id) -> store.add(tx, CALLER, identity("operator", ISSUER, id)));
  }

  private Identity link(String account, String issuer, String subject) {
    return change(tx -> store.add(tx, CALLER, identity(account, issuer, subject)));
  }

  private static Identity identity(String account, String issuer, String subject) {
    return new Identity(0, account, issuer, subject, "admin", T0);
  }

  private Optional<Identity> find(String issuer, String subject) {
    return database.read(tx -> store.find(tx, issuer, subject));
  }

  private boolean remove(String account, long id) {
    return change(tx -> store.remove(tx, CALLER, account, id));
  }

  private <T> T change(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }
}
