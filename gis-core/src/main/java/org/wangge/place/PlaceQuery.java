package org.wangge.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;

/**
 * Which places of a kind to list. Whatever is null does not narrow.
 *
 * @param kind of places
 * @param at only those that stand at this instant
 * @param box only those whose box touches it
 * @param estateId only the estate, and what is part of it; other kinds have no estate and none is
 *     found
 * @param buildingId only the building, and what is part of it; likewise
 * @param afterId only ids after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record PlaceQuery(
    PlaceKind kind,
    Instant at,
    @Nullable LatticeBox box,
    @Nullable String estateId,
    @Nullable String buildingId,
    String afterId,
    int limit) {

  /** All of a kind. */
  public static PlaceQuery all(PlaceKind kind, Instant at) {
    return new PlaceQuery(kind, at, null, null, null, "", Integer.MAX_VALUE);
  }
}
