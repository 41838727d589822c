package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {

  @Test
  void there_are_ten_of_eighty_bits_and_none_twice() {
    List<String> codes = RecoveryCodes.next(new SecureRandom());
    assertThat(codes)
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}"));
  }

  @Test
  void every_letter_is_as_likely_as_any_other() {
    int[] seen = new int[128];
    ReadableCode.next(new Random(1), 32_000).chars().forEach(letter -> seen[letter]++);
    Set<Integer> counts = new HashSet<>();
    for (int count : seen) {
      if (count > 0) {
        assertThat(count).isBetween(850, 1150);
        counts.add(count);
      }
    }
    assertThat(counts).hasSizeGreaterThan(5);
  }

  @Test
  void a_code_is_kept_the_same_however_it_is_typed() {
    String kept = RecoveryCodes.hash("01AB-CDEF-GHJK-MNPQ-7777-8888");
    assertThat(kept).hasSize(64).doesNotContain("CDEF");
    for (String typed :
        List.of(
            "01abcdefghjkmnpq77778888",
            " oi-AB cd-EF ghjk mnpq 7777 8888 ",
            "OLab-cdef-ghjk-mnpq-7777-8888",
            "０１ABCDEFGHJKMNPQ７７７７8888")) {
      assertThat(RecoveryCodes.hash(typed)).as(typed).isEqualTo(kept);
      assertThat(RecoveryCodes.looksLikeOne(typed)).isTrue();
    }
    assertThat(RecoveryCodes.hash("01AB-CDEF-GHJK-MNPR-7777-8888")).isNotEqualTo(kept);
    assertThat(RecoveryCodes.looksLikeOne("123456")).isFalse();
  }
}
