package org.wangge.shift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has been on a shift.
 *
 * @param id given by the store, from 1; 0 before
 * @param area code of an area of the tree
 * @param account who
 * @param begunAt since when
 * @param endedAtOrNull until when; null while it lasts
 * @param generated whether it belongs to a demonstration
 */
public record Shift(
    long id,
    String area,
    String account,
    Instant begunAt,
    @Nullable Instant endedAtOrNull,
    boolean generated) {}
