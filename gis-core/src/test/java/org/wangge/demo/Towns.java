package org.wangge.demo;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Towns that several tests look at, each built once. */
final class Towns {
  static final Instant NOW = Instant.parse("2026-11-03T07:20:00Z");

  private static final Map<Long, DemoTown> BUILT = new ConcurrentHashMap<>();

  private Towns() {}

  static DemoTown town(long seed) {
    return BUILT.computeIfAbsent(seed, key -> DemoTown.generate(key, NOW));
  }
}
