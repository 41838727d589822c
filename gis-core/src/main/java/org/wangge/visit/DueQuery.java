package org.wangge.visit;

import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * Which doors that are due somebody asks for; what is null does not narrow.
 *
 * @param areaOrNull code of an area of the tree that they lie in
 * @param unitOrNull id of their building unit
 * @param ruleOrNull id of a rule
 * @param stateOrNull how they stand
 * @param fromOrNull where the nearest is looked for; null for the order in which one walks
 * @param after so many are left out, for paging
 * @param limit at most so many
 */
public record DueQuery(
    @Nullable String areaOrNull,
    @Nullable String unitOrNull,
    @Nullable Long ruleOrNull,
    DueDoor.@Nullable State stateOrNull,
    @Nullable LatticePoint fromOrNull,
    int after,
    int limit) {

  /** All that is due. */
  public static DueQuery all() {
    return new DueQuery(null, null, null, null, null, 0, Integer.MAX_VALUE);
  }
}
