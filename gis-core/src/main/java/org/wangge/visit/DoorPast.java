package org.wangge.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a door by a rule before a span, and within it.
 *
 * @param rule id of the rule
 * @param placeId of the door
 * @param beforeOrNull when it was last settled before the span; null for never, or too long ago to
 *     matter
 * @param seen whether somebody was met within it
 * @param settled whether it was settled within it
 * @param tried whether somebody went there within it
 */
public record DoorPast(
    long rule,
    String placeId,
    @Nullable Instant beforeOrNull,
    boolean seen,
    boolean settled,
    boolean tried) {

  static DoorPast none(long rule, String placeId) {
    return new DoorPast(rule, placeId, null, false, false, false);
  }
}
