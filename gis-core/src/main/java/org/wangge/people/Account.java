package org.wangge.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;

/**
 * Someone who can sign in. What they may do is in their {@link Grant}s, who they are in the row of
 * their staff code, which can be erased.
 *
 * @param id what they sign in with and stand under in every record; never a person's name
 * @param version counts changes, from 1
 * @param state whether it can be used
 * @param staffCodeOrNull code of the person, by which areas name who is in charge; null for an
 *     account that is nobody's, such as a program's
 * @param mustChangePassword whether the password was set by somebody else and is good for nothing
 *     but choosing one's own
 * @param createdAt when it was added
 * @param generated whether it belongs to a demonstration and works only there
 */
public record Account(
    String id,
    int version,
    AccountState state,
    @Nullable String staffCodeOrNull,
    boolean mustChangePassword,
    Instant createdAt,
    boolean generated) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

  public Optional<String> staffCode() {
    return Optional.ofNullable(staffCodeOrNull);
  }

  public boolean isActive() {
    return state == AccountState.ACTIVE;
  }

  Account in(AccountState other) {
    return new Account(
        id, version + 1, other, staffCodeOrNull, mustChangePassword, createdAt, generated);
  }

  /** The same, its owner having chosen the password. */
  public Account withOwnPassword() {
    return withPassword(false);
  }

  Account withPassword(boolean mustChange) {
    return new Account(id, version + 1, state, staffCodeOrNull, mustChange, createdAt, generated);
  }

  /**
   * Refuses what cannot be an id: 2 to 40 of small letters, digits, dots, hyphens and underscores,
   * the first a letter.
   */
  public static String checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new Invalid("id", "account-id-shape", Map.of("given", id));
    }
    return id;
  }
}
