package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Invalid;

class PasswordRulesTest {
  private static final List<String> KNOWN = List.of("operator");

  private final PasswordRules rules =
      new PasswordRules((password, known) -> known.stream().anyMatch(password::contains));

  @Test
  void any_twelve_characters_will_do_blanks_and_chinese_ones_too() {
    for (String good : List.of("abcdefghijkl", "一二三四五六七八九十百千", " a b c d e f ", "🀄".repeat(12))) {
      assertThatCode(() -> rules.check(good, KNOWN)).doesNotThrowAnyException();
    }
  }

  @Test
  void a_character_is_a_code_point_and_not_half_of_one() {
    refused("🀄".repeat(11), "password-short");
    assertThatCode(() -> rules.check("🀄".repeat(128), KNOWN)).doesNotThrowAnyException();
    refused("🀄".repeat(129), "password-long");
  }

  @Test
  void length_is_that_of_the_form_that_is_hashed() {
    // Eleven letters, each typed as letter and accent: not 22 characters but 11.
    refused("e\u0301".repeat(11), "password-short");
    assertThat(PasswordRules.normal("ＡＢ１e\u0301")).isEqualTo("AB1é");
  }

  @Test
  void too_short_says_how_short() {
    assertThatThrownBy(() -> rules.check("abcdefghijk", KNOWN))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.field()).isEqualTo("password");
              assertThat(e.details()).containsEntry("length", 11).containsEntry("least", 12);
              assertThat(e.getMessage()).doesNotContain("abcdefghijk");
            });
  }

  @Test
  void what_others_know_is_refused_however_it_is_typed() {
    refused("operator 2026 xyz", "password-common");
    refused("ｏｐｅｒａｔｏｒ ２０２６", "password-common");
  }

  private void refused(String password, String code) {
    assertThatThrownBy(() -> rules.check(password, KNOWN))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
