package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessablePasswordsTest {
  private static final List<String> KNOWN = List.of("liaison2", "Dongshan Yuan");

  private final GuessablePasswords common = new GuessablePasswords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd2026!",
        "qwertyuiop123",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "iloveyou1314",
        "woaini1314520",
        "wangge123456",
        "Wangge@2026!",
        "网格员网格员网格员网格员",
        "liaison2liaison2",
        "LIAISON2-2026",
        "dongshan yuan 1",
        "administrator",
        "zxcvbnm,./123"
      })
  void what_is_tried_first_is_refused(String password) {
    assertThat(common.isCommon(password, KNOWN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "茉莉 and a long walk",
        "三只乌龟爬上了红色屋顶看月亮",
        "tr7Qmz-kk2wLp",
        "lamp otter vinegar"
      })
  void what_nobody_else_would_put_together_is_taken(String password) {
    assertThat(common.isCommon(password, KNOWN)).isFalse();
  }

  @Test
  void the_longest_password_is_looked_at_in_no_time() {
    String letters = "aA@4eE3i1!|oO0sS$5tT7+zZ2lLgG69bB8xX";
    Random random = new Random(7);
    StringBuilder leet = new StringBuilder();
    for (int i = 0; i < 128; i++) {
      leet.append(letters.charAt(random.nextInt(letters.length())));
    }
    common.isCommon("warm up with this", KNOWN);
    for (String slow : List.of(leet.toString(), "a".repeat(128), "p4ssw0rd".repeat(16))) {
      long began = System.nanoTime();
      common.isCommon(slow, KNOWN);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }
  }
}
