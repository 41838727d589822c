package org.wangge.patrol.round;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;

/**
 * A plan of patrols in one of its versions.
 *
 * @param id stable
 * @param version counts its changes, from 1
 * @param terms what it asks for
 * @param since from when on this version holds: patrols that begin then or later
 * @param until until when; null as long as it holds
 * @param ended whether no other version follows {@code until}
 * @param by account that has said so
 * @param generated whether a demonstration made it up
 */
public record PatrolPlan(
    long id,
    int version,
    PatrolTerms terms,
    Instant since,
    @Nullable Instant until,
    boolean ended,
    String by,
    boolean generated) {

  public Optional<Instant> end() {
    return Optional.ofNullable(until);
  }

  /** Whether patrols that begin at an instant are due by this version. */
  public boolean holdsAt(Instant instant) {
    return !instant.isBefore(since) && (until == null || instant.isBefore(until));
  }

  /** Whether some grid of it lies within a scope. */
  public boolean isIn(AreaScope scope) {
    return terms.gridCodes().stream().anyMatch(scope::covers);
  }

  /** Whether all its grids lie within a scope. */
  public boolean isWithin(AreaScope scope) {
    return terms.gridCodes().stream().allMatch(scope::covers);
  }
}
