package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-11-01T08:00:10Z");
  private static final long STEP = Totp.stepOf(NOW);

  /** Appendix B of RFC 6238; of its eight digits the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_the_rfc(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.stepOf(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void a_phone_may_be_half_a_minute_off_and_not_more() {
    for (int off = -3; off <= 3; off++) {
      OptionalLong accepted = accept(Totp.code(SECRET, STEP + off), Totp.NO_STEP);
      assertThat(accepted)
          .as("%s steps off", off)
          .isEqualTo(Math.abs(off) <= 1 ? OptionalLong.of(STEP + off) : OptionalLong.empty());
    }
  }

  @Test
  void a_code_is_good_once_and_older_ones_are_not_good_after_it() {
    String code = Totp.code(SECRET, STEP);
    assertThat(accept(code, STEP - 1)).hasValue(STEP);
    assertThat(accept(code, STEP)).isEmpty();
    assertThat(accept(Totp.code(SECRET, STEP - 1), STEP)).isEmpty();
    assertThat(accept(Totp.code(SECRET, STEP + 1), STEP)).hasValue(STEP + 1);
  }

  @Test
  void blanks_and_wide_digits_do_not_matter_anything_else_does() {
    String code = Totp.code(SECRET, STEP);
    assertThat(accept(" " + code.substring(0, 3) + " " + code.substring(3), Totp.NO_STEP))
        .isPresent();
    StringBuilder wide = new StringBuilder();
    code.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
    assertThat(accept(wide.toString(), Totp.NO_STEP)).isPresent();
    for (String wrong : new String[] {"", "0", code + "0", code.substring(1), "abcdef"}) {
      assertThat(accept(wrong, Totp.NO_STEP)).as(wrong).isEmpty();
    }
    byte[] other = SECRET.clone();
    other[0] ^= 1;
    assertThat(Totp.accept(other, code, NOW, Totp.NO_STEP)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "foobar, MZXW6YTBOI"})
  void a_secret_is_shown_in_base_32_of_the_rfc(String bytes, String text) {
    assertThat(Totp.shown(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  @Test
  void an_app_is_told_site_account_and_secret() {
    assertThat(Totp.uri("东山 Wangge", "liaison&2", SECRET))
        .isEqualTo(
            "otpauth://totp/%E4%B8%9C%E5%B1%B1%20Wangge:liaison%262"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%E4%B8%9C%E5%B1%B1%20Wangge&algorithm=SHA1&digits=6&period=30");
  }

  private static OptionalLong accept(String code, long lastStep) {
    return Totp.accept(SECRET, code, NOW, lastStep);
  }
}
