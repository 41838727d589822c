package org.wangge.emergency;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked to serve where they live.
 *
 * @param emergency id of which
 * @param grid where they live, and are asked to serve
 * @param staff staff code
 * @param askedAt when they were asked
 * @param replyOrNull what they said last; null where they have not answered
 */
public record EmergencyCall(
    long emergency, String grid, String staff, Instant askedAt, @Nullable Reply replyOrNull) {

  /**
   * What somebody has said.
   *
   * @param comes whether they come
   * @param byDesk whether somebody at a desk has entered it for them
   * @param at when
   * @param account by whom it was said
   */
  public record Reply(boolean comes, boolean byDesk, Instant at, String account) {}

  public Optional<Reply> reply() {
    return Optional.ofNullable(replyOrNull);
  }

  /** Whether they come. */
  public boolean isConfirmed() {
    return replyOrNull != null && replyOrNull.comes();
  }

  /** Whether they do not. */
  public boolean isDeclined() {
    return replyOrNull != null && !replyOrNull.comes();
  }

  EmergencyCall replied(Reply reply) {
    return new EmergencyCall(emergency, grid, staff, askedAt, reply);
  }
}
