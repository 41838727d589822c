package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.fault.Invalid;

class AccountTest {
  private static final Instant ADDED = Instant.parse("2026-11-03T08:00:00Z");

  private final Account account =
      new Account("kim", 1, AccountState.ACTIVE, "W-7", true, ADDED, false);

  @Test
  void each_change_is_counted_and_leaves_the_rest() {
    Account disabled = account.in(AccountState.DISABLED);
    assertThat(disabled)
        .isEqualTo(new Account("kim", 2, AccountState.DISABLED, "W-7", true, ADDED, false));
    assertThat(disabled.isActive()).isFalse();
    assertThat(disabled.in(AccountState.ACTIVE).isActive()).isTrue();
    assertThat(disabled.in(AccountState.ACTIVE).version()).isEqualTo(3);
  }

  @Test
  void a_password_of_ones_own_need_not_be_changed_and_one_set_by_another_must() {
    Account own = account.withOwnPassword();
    assertThat(own)
        .isEqualTo(new Account("kim", 2, AccountState.ACTIVE, "W-7", false, ADDED, false));
    assertThat(own.withPassword(true).mustChangePassword()).isTrue();
    assertThat(own.withPassword(true).version()).isEqualTo(3);
  }

  @Test
  void an_account_may_be_nobodys() {
    Account program = new Account("sync", 1, AccountState.ACTIVE, null, false, ADDED, false);
    assertThat(program.staffCode()).isEmpty();
    assertThat(account.staffCode()).contains("W-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "kim.lee-2_x", "a234567890123456789012345678901234567890"})
  void small_letters_digits_dots_hyphens_and_underscores_are_an_id(String id) {
    assertThat(Account.checkId(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "Kim",
        "1kim",
        ".kim",
        "kim lee",
        "kim\n",
        "金",
        "kim@x",
        "a2345678901234567890123456789012345678901"
      })
  void anything_else_is_refused(String id) {
    assertThatThrownBy(() -> Account.checkId(id))
        .isInstanceOfSatisfying(
            Invalid.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("account-id-shape");
              assertThat(fault.details()).containsEntry("given", id);
            });
  }
}
