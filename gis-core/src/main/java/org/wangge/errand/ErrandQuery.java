package org.wangge.errand;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which errands to list, the newest first. Whatever is null does not narrow.
 *
 * @param areaOrNull code of an area of the tree
 * @param states only in these; all where empty
 * @param incidentOrNull only what became this incident
 * @param before only of a smaller id
 * @param limit at most so many
 */
public record ErrandQuery(
    @Nullable String areaOrNull,
    Set<ErrandState> states,
    @Nullable String incidentOrNull,
    long before,
    int limit) {

  public ErrandQuery {
    states = Set.copyOf(states);
  }
}
