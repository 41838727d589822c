package org.wangge.server.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records; null asks for nothing.
 *
 * @param account who
 * @param action what
 * @param subject on what
 * @param outcome word of how it ended
 * @param from from this instant on
 * @param to before this instant
 * @param before older than this record
 */
record AuditFilter(
    @Nullable String account,
    @Nullable String action,
    @Nullable String subject,
    @Nullable String outcome,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID before) {

  /** The same, further back. */
  AuditFilter before(UUID id) {
    return new AuditFilter(account, action, subject, outcome, from, to, id);
  }
}
