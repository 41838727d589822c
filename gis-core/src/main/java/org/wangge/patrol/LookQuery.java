package org.wangge.patrol;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which looks at somebody are wanted.
 *
 * @param kind only these; null for all
 * @param reader only of this account; null for all
 * @param from only what was still going on then or later; null for all
 * @param to only what had begun before; null for all
 * @param before only what began earlier than the one of this id; null for the newest
 * @param limit at most so many
 */
public record LookQuery(
    @Nullable LookKind kind,
    @Nullable String reader,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID before,
    int limit) {

  /** The page that begins after a look. */
  public LookQuery after(UUID last) {
    return new LookQuery(kind, reader, from, to, last, limit);
  }
}
