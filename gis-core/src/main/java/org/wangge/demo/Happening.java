package org.wangge.demo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Action;
import org.wangge.incident.Incident;

/**
 * Something that happens to an incident of the town.
 *
 * @param at when
 * @param key of the incident's report
 * @param incident as it was reported
 * @param actionOrNull what is done to it; null when it is reported
 */
public record Happening(Instant at, String key, Incident incident, @Nullable Action actionOrNull) {

  /** What is done to it; empty when it is reported. */
  public Optional<Action> action() {
    return Optional.ofNullable(actionOrNull);
  }
}
