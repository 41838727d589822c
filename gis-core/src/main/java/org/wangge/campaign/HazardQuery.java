package org.wangge.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which hazards of a campaign somebody asks for; what is null does not narrow.
 *
 * @param areaOrNull code of an area of the tree that they lie in
 * @param open only those that are not known to be right
 * @param overdueAtOrNull only open ones whose time was over at this instant
 * @param after only those of a larger id, for paging
 * @param limit at most so many
 */
public record HazardQuery(
    @Nullable String areaOrNull,
    boolean open,
    @Nullable Instant overdueAtOrNull,
    long after,
    int limit) {

  /** All of a campaign. */
  public static HazardQuery all() {
    return new HazardQuery(null, false, null, 0, Integer.MAX_VALUE);
  }
}
