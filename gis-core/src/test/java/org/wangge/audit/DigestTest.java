package org.wangge.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
  /** FIPS 180-4, example of one block. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void it_is_the_one_of_the_standard() {
    assertThat(Digest.over(ascii("abc")).hex()).isEqualTo(OF_ABC);
    assertThat(Digest.over().hex()).isEqualTo(OF_NOTHING);
  }

  @Test
  void parts_count_as_if_written_one_after_the_other() {
    Digest parts = Digest.over(ascii("a"), ascii(""), ascii("bc"));
    assertThat(parts).isEqualTo(Digest.over(ascii("abc")));
    assertThat(parts).isNotEqualTo(Digest.over(ascii("bc"), ascii("a")));
  }

  @Test
  void it_is_read_back_from_its_digits_and_from_its_bytes() {
    Digest digest = Digest.parse(OF_ABC);
    assertThat(digest).hasToString(OF_ABC);
    assertThat(digest.bytes()).hasSize(Digest.BYTES).startsWith(0xba, 0x78).endsWith(0x15, 0xad);
    assertThat(Digest.of(digest.bytes())).isEqualTo(digest).hasSameHashCodeAs(digest);
  }

  @Test
  void a_chain_begins_with_zeros() {
    assertThat(Digest.ZERO.hex()).isEqualTo("0".repeat(64));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void more_or_fewer_bytes_are_refused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Digest.of(new byte[length]))
        .withMessageContaining("not " + length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "abc", "no digits"})
  void other_than_64_hexadecimal_digits_is_refused(String hex) {
    assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse(hex));
    assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse("g".repeat(64)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
