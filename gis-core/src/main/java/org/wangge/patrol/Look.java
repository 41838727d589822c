package org.wangge.patrol;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;

/**
 * That somebody was shown where a person was, for a while: codes and ids only, so that it stays
 * valid when either is erased.
 *
 * @param id grows with time
 * @param staffCode who was shown
 * @param reader account of who looked
 * @param readerCodeOrNull staff code of who looked; null for nobody's account
 * @param roles as what they looked
 * @param kind how
 * @param from when it was first shown
 * @param to when it was last shown
 * @param times in how many answers; always 1 for a stream
 */
public record Look(
    UUID id,
    String staffCode,
    String reader,
    @Nullable String readerCodeOrNull,
    Set<Role> roles,
    LookKind kind,
    Instant from,
    Instant to,
    int times) {

  public Look {
    roles = Set.copyOf(roles);
  }

  public Optional<String> readerCode() {
    return Optional.ofNullable(readerCodeOrNull);
  }

  /** The same, shown again later. */
  Look again(Instant at) {
    return new Look(
        id,
        staffCode,
        reader,
        readerCodeOrNull,
        roles,
        kind,
        from,
        at.isAfter(to) ? at : to,
        kind == LookKind.LIVE ? times : times + 1);
  }
}
