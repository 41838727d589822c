package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTextTest {

  @Test
  void a_token_is_known_by_its_prefix_and_its_checksum() {
    String text = TokenText.PROGRAM.next(new SecureRandom());
    assertThat(text).matches("wgt_[0-9A-Za-z]{49}");
    assertThat(TokenText.PROGRAM.isOne(text)).isTrue();
    assertThat(TokenText.PROGRAM.isOne(text.substring(1))).isFalse();
    assertThat(TokenText.PROGRAM.isOne(text + "0")).isFalse();
    assertThat(TokenText.PROGRAM.isOne("")).isFalse();
    assertThat(TokenText.DEVICE.isOne(text)).as("of another kind").isFalse();
    assertThat(TokenText.DEVICE.next(new SecureRandom())).startsWith("wgd_");
  }

  @Test
  void whoever_changes_one_letter_has_no_token() {
    String text = TokenText.PROGRAM.next(new Random(3));
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'x' ? 'y' : 'x';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(TokenText.PROGRAM.isOne(changed)).as(changed).isFalse();
    }
  }

  @Test
  void all_of_256_bits_are_in_it() {
    Set<String> seen = new HashSet<>();
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(TokenText.PROGRAM.next(random))).isTrue();
    }
    // 62 to the power of 43 is more than 2 to the power of 256.
    assertThat(Math.pow(62, 43)).isGreaterThan(Math.pow(2, 256));
  }
}
