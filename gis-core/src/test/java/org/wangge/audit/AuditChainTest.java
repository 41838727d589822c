package org.wangge.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-0000000000ff");
  private static final UUID OTHER_ID = UUID.fromString("01890000-0000-7000-8000-0000000000fe");

  /** SHA-256 of 32 zeros, the number 1 in 8 bytes, the 16 bytes of the id and "abc". */
  private static final String FIRST_LINK =
      "4d94844724d1a1c7b1a04a7b3b2a343e434304a1a1b677b68971aae702430fb8";

  private final Digest first = AuditChain.next(Digest.ZERO, 1, ID, ascii("abc"));

  @Test
  void a_link_can_be_computed_by_others_from_what_is_published() {
    assertThat(first.hex()).isEqualTo(FIRST_LINK);
  }

  @Test
  void a_change_to_number_id_body_or_to_what_came_before_breaks_the_link() {
    assertThat(AuditChain.next(Digest.ZERO, 2, ID, ascii("abc"))).isNotEqualTo(first);
    assertThat(AuditChain.next(Digest.ZERO, 1, OTHER_ID, ascii("abc"))).isNotEqualTo(first);
    assertThat(AuditChain.next(Digest.ZERO, 1, ID, ascii("abd"))).isNotEqualTo(first);
    assertThat(AuditChain.next(first, 1, ID, ascii("abc"))).isNotEqualTo(first);
  }

  @Test
  void a_change_to_the_first_record_shows_in_the_last_link() {
    assertThat(chain("one", "two", "three")).isEqualTo(chain("one", "two", "three"));
    assertThat(chain("One", "two", "three")).isNotEqualTo(chain("one", "two", "three"));
    assertThat(chain("two", "one", "three")).isNotEqualTo(chain("one", "two", "three"));
  }

  private static Digest chain(String... bodies) {
    Digest link = Digest.ZERO;
    long number = 0;
    for (String body : bodies) {
      number++;
      link = AuditChain.next(link, number, ID, ascii(body));
    }
    return link;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
