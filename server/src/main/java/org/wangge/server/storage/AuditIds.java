package org.wangge.server.storage;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids of audit records: 48 bits of time in milliseconds and 16 that count, so that ids grow
 * in the order of writing and an index on them grows at its end; then 64 random bits. Thread-safe.
 */
public final class AuditIds {
  private static final int COUNTING_BITS = 16;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  /** The next id, of an instant. */
  public UUID next(Instant at) {
    long time = at.toEpochMilli() << COUNTING_BITS;
    long first = last.updateAndGet(before -> Math.max(before + 1, time));
    return new UUID(first, random.nextLong());
  }

  /** When a record with an id was written, to some milliseconds. */
  public static Instant timeOf(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> COUNTING_BITS);
  }

  /** The smallest id of an instant. */
  public static UUID firstOf(Instant at) {
    return new UUID(at.toEpochMilli() << COUNTING_BITS, 0);
  }
}
