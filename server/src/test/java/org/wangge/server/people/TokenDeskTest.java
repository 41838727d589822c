package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.fault.Fault;
import org.wangge.people.Account;
import org.wangge.people.AccountState;
import org.wangge.people.ApiToken;
import org.wangge.people.SecretHash;
import org.wangge.people.TokenText;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

class TokenDeskTest {
  private static final AreaScope TOWN = AreaScope.of(List.of("990101"));
  private static final Caller OPERATOR = StaffCaller.of("operator", Role.OPERATOR, TOWN);
  private static final Caller OTHER = StaffCaller.of("handler", Role.HANDLER, TOWN);
  private static final Caller ADMIN =
      StaffCaller.of("admin", Role.ADMINISTRATOR, AreaScope.unlimited());

  private final Database database = TestDatabase.H2.open();
  private final JdbcTokenStore store = new JdbcTokenStore();
  private final JdbcAccountStore accounts = new JdbcAccountStore();
  private final TokenDesk desk = new TokenDesk(database, store, accounts);

  @BeforeEach
  void addAccounts() {
    database.write(
        ADMIN,
        tx -> {
          for (String id : List.of("operator", "admin")) {
            accounts.add(
                tx, new Account(id, 1, AccountState.ACTIVE, null, false, tx.now(), false), "hash");
          }
          return 0;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_token_is_found_by_its_text_which_is_kept_nowhere() {
    TokenDesk.Issued issued = desk.issue(OPERATOR, wanted());
    assertThat(issued.toString()).doesNotContain(issued.text());
    ApiToken found = desk.find(issued.text()).orElseThrow();
    assertThat(found).isEqualTo(issued.token());
    assertThat(found.account()).isEqualTo("operator");
    assertThat(found.name()).isEqualTo("nightly figures");
    String hash = SecretHash.of(issued.text());
    assertThat(database.<Boolean>read(tx -> store.findByHash(tx, ADMIN, hash).isPresent()))
        .isTrue();
    assertThat(desk.find(TokenText.PROGRAM.next(new java.security.SecureRandom()))).isEmpty();
    assertThat(desk.find("wgt_")).isEmpty();
  }

  @Test
  void its_use_is_noted_once_a_day() {
    String text = desk.issue(OPERATOR, wanted()).text();
    assertThat(desk.find(text).orElseThrow().lastUsed()).isEmpty();
    Instant first = desk.find(text).orElseThrow().lastUsed().orElseThrow();
    assertThat(desk.find(text).orElseThrow().lastUsed()).contains(first);
  }

  @Test
  void nobody_passes_on_what_they_do_not_have() {
    refused("token-roles", () -> issue(Set.of(Role.PLANNER)));
    refused("token-roles", () -> issue(Set.of(Role.OPERATOR, Role.ADMINISTRATOR)));
    refused("token-roles", () -> issue(Set.of()));
    refused("role-missing", () -> desk.issue(Caller.visitor(), wanted()));
  }

  @Test
  void a_token_lives_for_a_year_at_most() {
    Instant now = Instant.now();
    refused("token-expiry", () -> issueUntil(now.plus(Duration.ofDays(366))));
    refused("token-expiry", () -> issueUntil(now.minusSeconds(1)));
    assertThat(issueUntil(now.plus(Duration.ofDays(364))).text()).isNotEmpty();
  }

  @Test
  void names_and_areas_are_looked_at() {
    refused("token-name", () -> desk.issue(OPERATOR, wanted("  ", List.of())));
    refused("token-name", () -> desk.issue(OPERATOR, wanted("x".repeat(81), List.of())));
    refused("token-areas", () -> desk.issue(OPERATOR, wanted("n", List.of("99 01"))));
    refused("token-areas", () -> desk.issue(OPERATOR, wanted("n", List.of("%"))));
    assertThat(desk.issue(OPERATOR, wanted("n", List.of("990101001"))).token().areas())
        .containsExactly("990101001");
  }

  @Test
  void twenty_are_enough_and_one_that_was_revoked_makes_room() {
    String last = "";
    for (int i = 0; i < 20; i++) {
      last = desk.issue(OPERATOR, wanted()).token().id();
    }
    refused("token-many", () -> desk.issue(OPERATOR, wanted()));
    desk.revoke(OPERATOR, last);
    assertThat(desk.issue(OPERATOR, wanted()).text()).isNotEmpty();
    assertThat(desk.list(OPERATOR)).hasSize(21);
  }

  @Test
  void a_revoked_token_opens_nothing_at_once() {
    TokenDesk.Issued issued = desk.issue(OPERATOR, wanted());
    desk.revoke(OPERATOR, issued.token().id());
    assertThat(desk.find(issued.text())).isEmpty();
    desk.revoke(OPERATOR, issued.token().id());
  }

  @Test
  void nobody_sees_or_ends_anothers_but_who_keeps_the_account() {
    String id = desk.issue(OPERATOR, wanted()).token().id();
    Caller elsewhere =
        StaffCaller.of("admin2", Role.ADMINISTRATOR, AreaScope.of(List.of("990102")));
    assertThat(desk.list(OTHER)).isEmpty();
    refused("token-unknown", () -> desk.revoke(OTHER, id));
    refused("token-unknown", () -> desk.revoke(ADMIN, id));
    refused("role-missing", () -> desk.revoke(Caller.anonymous(), id));
    refused("role-missing", () -> desk.listOf(OTHER, "operator"));
    refused("account-unknown", () -> desk.listOf(elsewhere, "operator"));
    refused("account-unknown", () -> desk.revokeOf(elsewhere, "operator", id));
    refused("token-unknown", () -> desk.revokeOf(ADMIN, "admin", id));
    assertThat(desk.listOf(ADMIN, "operator")).hasSize(1);
    desk.revokeOf(ADMIN, "operator", id);
    assertThat(desk.list(OPERATOR).get(0).revoked()).isPresent();
  }

  private TokenDesk.Issued issue(Set<Role> roles) {
    return desk.issue(OPERATOR, new TokenDesk.Wanted("n", roles, List.of(), inAMonth()));
  }

  private TokenDesk.Issued issueUntil(Instant end) {
    return desk.issue(OPERATOR, new TokenDesk.Wanted("n", Set.of(Role.OPERATOR), List.of(), end));
  }

  private static TokenDesk.Wanted wanted() {
    return wanted(" nightly figures ", List.of());
  }

  private static TokenDesk.Wanted wanted(String name, List<String> areas) {
    return new TokenDesk.Wanted(name, Set.of(Role.OPERATOR), areas, inAMonth());
  }

  private static Instant inAMonth() {
    return Instant.now()
        .plus(Duration.ofDays(30))
        .truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
