package org.wangge.people;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Rights;
import org.wangge.access.Role;

/**
 * What a program shows to act for an account. It can do less than the account, never more: what it
 * may is worked out anew from what the account may at that moment.
 *
 * @param id not secret
 * @param account id of the account it acts for
 * @param name what it is for, in its owner's words
 * @param roles those of the account's it has, if the account still has them
 * @param areas codes of areas of the tree to which it is bound; empty where it goes as far as the
 *     account
 * @param createdAt when
 * @param expiresAt from when on it is good for nothing
 * @param lastUsedOrNull when it was used for the first time on the last day it was used
 * @param revokedOrNull since when it is good for nothing before its time
 */
public record ApiToken(
    String id,
    String account,
    String name,
    Set<Role> roles,
    List<String> areas,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedOrNull,
    @Nullable Instant revokedOrNull) {

  /** The longest a token lives. */
  public static final Duration LONGEST = Duration.ofDays(365);

  public ApiToken {
    roles = Set.copyOf(roles);
    areas = List.copyOf(areas);
  }

  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsedOrNull);
  }

  public Optional<Instant> revoked() {
    return Optional.ofNullable(revokedOrNull);
  }

  /** Whether it opens anything at an instant. */
  public boolean isGoodAt(Instant at) {
    return revokedOrNull == null && at.isBefore(expiresAt);
  }

  /** What is left of its account's rights for it. */
  public Rights narrowed(Rights ofAccount) {
    Rights some = ofAccount.only(roles);
    if (areas.isEmpty()) {
      return some;
    }
    Map<Role, AreaScope> scopes = new EnumMap<>(Role.class);
    some.scopes().forEach((role, scope) -> scopes.put(role, narrowed(scope)));
    return new Rights(scopes);
  }

  /** A token bound to areas has nothing of the ground of overlay areas. */
  private AreaScope narrowed(AreaScope ofAccount) {
    Set<String> both = new LinkedHashSet<>();
    for (String area : areas) {
      if (ofAccount.covers(area)) {
        both.add(area);
      }
      ofAccount.areaCodes().stream().filter(code -> code.startsWith(area)).forEach(both::add);
    }
    return AreaScope.of(List.copyOf(both));
  }
}
