package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.people.SecondFactor;
import org.wangge.people.Totp;
import org.wangge.server.http.TooOften;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

class SecondFactorDeskTest {
  private static final Caller LIAISON =
      StaffCaller.of("liaison", Role.LIAISON, AreaScope.unlimited());
  private static final Caller ADMIN =
      StaffCaller.of("admin", Role.ADMINISTRATOR, AreaScope.unlimited());

  private final SetClock phones = new SetClock();
  private final Database database = TestDatabase.H2.open();
  private final JdbcSecondFactorStore store = new JdbcSecondFactorStore();
  private final SealedSecrets sealed = new SealedSecrets(new byte[32]);
  private final SecondFactorDesk desk =
      new SecondFactorDesk(database, store, new JdbcSessionStore(), sealed, phones);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nothing_asks_for_codes_until_the_first_was_shown() {
    var begun = desk.begin(LIAISON, "Wangge");
    assertThat(begun.uri()).contains("Wangge:liaison", begun.secret());
    assertThat(desk.state(LIAISON)).isEqualTo(new SecondFactorDesk.State(false, 0));
    assertThat(desk.check(LIAISON, "liaison", codeNow())).isFalse();
    refused("code-wrong", Invalid.class, () -> desk.confirm(LIAISON, "000000"));
    assertThat(desk.confirm(LIAISON, codeNow())).hasSize(10);
    assertThat(desk.state(LIAISON)).isEqualTo(new SecondFactorDesk.State(true, 10));
    refused("second-factor-taken", Conflict.class, () -> desk.begin(LIAISON, "Wangge"));
    refused("second-factor-unknown", NotFound.class, () -> desk.confirm(LIAISON, codeNow()));
  }

  @Test
  void a_code_opens_once_also_the_one_that_confirmed() {
    inForce();
    assertThat(desk.check(LIAISON, "liaison", codeNow())).isFalse();
    phones.now = phones.now.plusSeconds(30);
    String code = codeNow();
    assertThat(desk.check(LIAISON, "liaison", code)).isTrue();
    assertThat(desk.check(LIAISON, "liaison", code)).isFalse();
    assertThat(desk.check(LIAISON, "admin", code)).as("of another account").isFalse();
  }

  @Test
  void a_recovery_code_opens_once_and_says_so() {
    List<String> codes = inForce();
    String typed = " " + codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(desk.check(LIAISON, "liaison", typed)).isTrue();
    assertThat(desk.check(LIAISON, "liaison", typed)).isFalse();
    assertThat(desk.state(LIAISON).recoveryCodesLeft()).isEqualTo(9);
  }

  @Test
  void new_recovery_codes_need_a_code_and_end_the_old() {
    List<String> old = inForce();
    refused("code-wrong", Invalid.class, () -> desk.replaceCodes(LIAISON, "000000"));
    phones.now = phones.now.plusSeconds(30);
    List<String> fresh = desk.replaceCodes(LIAISON, codeNow());
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
    assertThat(desk.check(LIAISON, "liaison", old.get(0))).isFalse();
    assertThat(desk.check(LIAISON, "liaison", fresh.get(0))).isTrue();
  }

  @Test
  void its_owner_takes_it_away_with_a_code_and_an_administrator_without() {
    List<String> codes = inForce();
    refused("code-wrong", Invalid.class, () -> desk.remove(LIAISON, "000000"));
    desk.remove(LIAISON, codes.get(0));
    assertThat(desk.state(LIAISON).inForce()).isFalse();
    refused("second-factor-unknown", NotFound.class, () -> desk.remove(LIAISON, codes.get(1)));
    inForce();
    desk.removeOf(ADMIN, "liaison");
    assertThat(desk.state(LIAISON).inForce()).isFalse();
    refused("second-factor-unknown", NotFound.class, () -> desk.removeOf(ADMIN, "liaison"));
  }

  @Test
  void nobody_else_takes_away_what_is_not_theirs() {
    inForce();
    Caller narrow =
        StaffCaller.of("admin2", Role.ADMINISTRATOR, AreaScope.of(List.of("990101001")));
    refused("role-missing", Forbidden.class, () -> desk.removeOf(LIAISON, "liaison"));
    refused("area-scope", Forbidden.class, () -> desk.removeOf(narrow, "liaison"));
    refused("role-missing", Forbidden.class, () -> desk.begin(Caller.visitor(), "Wangge"));
    assertThat(desk.state(LIAISON).inForce()).isTrue();
  }

  @Test
  void whoever_sits_at_an_open_session_does_not_get_to_try_all_codes() {
    List<String> codes = inForce();
    for (int i = 0; i < 5; i++) {
      refused("code-wrong", Invalid.class, () -> desk.remove(LIAISON, "000000"));
    }
    assertThatThrownBy(() -> desk.remove(LIAISON, codes.get(0)))
        .isInstanceOfSatisfying(
            TooOften.class, e -> assertThat(e.retryAfterSeconds()).isBetween(1L, 60L));
    assertThat(desk.state(LIAISON).inForce()).isTrue();
  }

  @Test
  void the_database_does_not_hold_the_secret() {
    var begun = desk.begin(LIAISON, "Wangge");
    assertThat(begun.toString()).doesNotContain(begun.secret());
    assertThat(factor().sealedSecret()).doesNotContain(begun.secret()).hasSizeLessThan(200);
    assertThat(Totp.shown(sealed.open("liaison", factor().sealedSecret())))
        .isEqualTo(begun.secret());
  }

  private List<String> inForce() {
    var unused = desk.begin(LIAISON, "Wangge");
    return desk.confirm(LIAISON, codeNow());
  }

  private String codeNow() {
    byte[] secret = sealed.open("liaison", factor().sealedSecret());
    return Totp.code(secret, Totp.stepOf(phones.now));
  }

  private SecondFactor factor() {
    return database.read(tx -> store.find(tx, LIAISON, "liaison")).orElseThrow();
  }

  private static void refused(String code, Class<? extends Fault> kind, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOf(kind)
        .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
