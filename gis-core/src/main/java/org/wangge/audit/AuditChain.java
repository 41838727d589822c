package org.wangge.audit;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The chain that ties each sealed record to all before it: chain(n) = SHA-256(chain(n-1) ‖ n ‖ id ‖
 * stored bytes), n and id as big-endian numbers of 8 and 16 bytes, chain(0) = 32 zeros. Whoever has
 * one link and the records after it can check all of them without any key.
 */
public final class AuditChain {
  private static final int HEADER_BYTES = 8 + 16;

  private AuditChain() {}

  /** The link of a record. */
  public static Digest next(Digest before, long number, UUID id, byte[] body) {
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .putLong(number)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Digest.over(before.bytes(), header, body);
  }
}
