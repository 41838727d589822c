package org.wangge.people;

import java.time.Duration;
import java.util.Set;
import org.wangge.access.Role;

/**
 * How long a session may last. An operator watches a wall through a shift and may touch nothing for
 * hours; whoever keeps accounts or looks for footage comes, does it and goes. (NIST SP 800-63B
 * bounds sessions at 12 hours and 30 minutes' idleness for its middle level; a wall that signs out
 * at night would be a danger of its own, docs/security.md.)
 *
 * @param idle ends when it was not used for so long
 * @param whole ends after so long whatever happens
 */
public record SessionLimits(Duration idle, Duration whole) {
  private static final SessionLimits SHIFT =
      new SessionLimits(Duration.ofHours(12), Duration.ofHours(24));
  private static final SessionLimits VISIT =
      new SessionLimits(Duration.ofHours(1), Duration.ofHours(12));

  /** Beyond which no session goes, whoever's it is. */
  public static final SessionLimits LONGEST = SHIFT;

  /** The limits of a session of someone with these roles. */
  public static SessionLimits of(Set<Role> roles) {
    return roles.stream().anyMatch(Role::wantsSecondFactor) ? VISIT : SHIFT;
  }

  /** No longer than either. */
  public SessionLimits atMost(SessionLimits other) {
    return new SessionLimits(
        idle.compareTo(other.idle) < 0 ? idle : other.idle,
        whole.compareTo(other.whole) < 0 ? whole : other.whole);
  }
}
