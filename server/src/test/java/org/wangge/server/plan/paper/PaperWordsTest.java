package org.wangge.server.plan.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

class PaperWordsTest {

  @Test
  void both_languages_have_the_same_words_with_the_same_blanks() {
    Catalog zh = new Catalog(Language.ZH, "paper");
    Catalog en = new Catalog(Language.EN, "paper");
    assertThat(en.keys()).isEqualTo(zh.keys());
    Set<String> different = new TreeSet<>();
    zh.keys().stream()
        .filter(key -> !zh.blanks(key).equals(en.blanks(key)))
        .forEach(different::add);
    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"101,125", "5000,5000", "5001,6000", "9999,10000", "10001,12500", "3,100"})
  void a_scale_is_round_and_never_larger_than_what_fits(double needed, int scale) {
    assertThat(MapScale.atLeast(needed)).isEqualTo(scale);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1.9,1", "2,2", "499,200", "0.0049,0.002"})
  void a_bar_has_a_round_length_that_is_not_too_long(double most, double length) {
    assertThat(MapScale.lengthAtMost(most)).isEqualTo(length);
  }
}
