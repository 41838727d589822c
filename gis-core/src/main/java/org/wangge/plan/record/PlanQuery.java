package org.wangge.plan.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which plans to list, newest first. Whatever is null does not narrow.
 *
 * @param areaOrNull only plans of the area with this code
 * @param stateOrNull only plans in this state
 * @param beforeId only smaller ids, for paging; {@link Long#MAX_VALUE} for the first page
 * @param limit at most this many
 */
public record PlanQuery(
    @Nullable String areaOrNull, @Nullable PlanState stateOrNull, long beforeId, int limit) {

  public Optional<String> area() {
    return Optional.ofNullable(areaOrNull);
  }

  public Optional<PlanState> state() {
    return Optional.ofNullable(stateOrNull);
  }
}
