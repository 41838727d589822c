package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RefusalLimitTest {
  private static final long MINUTE = 60_000_000_000L;

  private final RefusalLimit limit = new RefusalLimit(2);

  @Test
  void what_was_left_out_is_counted_into_the_next_record() {
    assertThat(limit.count("ops-1 GET /x", 0)).isEqualTo(OptionalInt.of(0));
    assertThat(limit.count("ops-1 GET /x", 1)).isEqualTo(OptionalInt.of(0));
    assertThat(limit.count("ops-1 GET /x", 2)).isEmpty();
    assertThat(limit.count("ops-1 GET /x", 3)).isEmpty();
    assertThat(limit.count("ops-1 GET /x", MINUTE + 1)).isEqualTo(OptionalInt.of(2));
    assertThat(limit.count("ops-1 GET /x", MINUTE + 2)).isEqualTo(OptionalInt.of(0));
  }

  @Test
  void one_account_does_not_use_up_what_another_has() {
    limit.count("ops-1 GET /x", 0);
    limit.count("ops-1 GET /x", 0);
    assertThat(limit.count("ops-1 GET /x", 0)).isEmpty();
    assertThat(limit.count("ops-2 GET /x", 0)).isPresent();
    assertThat(limit.count("ops-1 GET /y", 0)).isPresent();
  }
}
