package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to tamper, twelve times each here; {@code bin/bench audit} does a thousand. */
class AuditTamperingTest {
  private static final int TIMES = 12;

  /** Printed with every failure: the same one tampers with the same places. */
  private static final long SEED = System.nanoTime();

  @TempDir static Path folder;
  private static AuditTampering tampering;

  @BeforeAll
  static void record() {
    tampering = AuditBench.prepared(folder, SEED);
  }

  @Test
  void what_nobody_touched_is_sound() {
    assertThat(tampering.verify(tampering.untouched()).findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AuditTampering.Way.class)
  void every_tampering_is_found(AuditTampering.Way way) {
    for (int i = 0; i < TIMES; i++) {
      assertThat(tampering.verify(tampering.tamper(way)).isSound())
          .as("%s, the %d. of seed %d, is not found", way, i, SEED)
          .isFalse();
    }
  }
}
