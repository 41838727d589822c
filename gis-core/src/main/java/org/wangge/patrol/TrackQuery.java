package org.wangge.patrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;

/**
 * Which tracks to list. Whatever is null does not narrow.
 *
 * @param area code of an area of the tree: tracks that passed through it
 * @param box only tracks whose box touches this
 * @param from not over by this instant
 * @param to begun before this instant
 * @param afterId only ids after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record TrackQuery(
    @Nullable String area,
    @Nullable LatticeBox box,
    @Nullable Instant from,
    @Nullable Instant to,
    String afterId,
    int limit) {}
