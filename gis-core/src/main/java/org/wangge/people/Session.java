package org.wangge.people;

import java.time.Duration;
import java.time.Instant;

/**
 * A session of an account. Its instants are those of the machine's clock, not of a demonstration
 * that runs faster.
 *
 * @param id names it in lists; opens nothing
 * @param account id of the account
 * @param strong whether it began with a second factor
 * @param federated whether it began with the word of a provider of single sign-on
 * @param begunAt when it began
 * @param usedAt when it was last used, to the minute
 * @param idle ends when it was not used for so long
 * @param endsAt when it ends at the latest
 * @param address from where it began
 * @param agent what the browser calls itself
 */
public record Session(
    String id,
    String account,
    boolean strong,
    boolean federated,
    Instant begunAt,
    Instant usedAt,
    Duration idle,
    Instant endsAt,
    String address,
    String agent) {
  private static final Duration YOUTH = Duration.ofMinutes(10);

  /** Whether it is over at an instant of the machine's clock. */
  public boolean isOverAt(Instant machineNow) {
    return !machineNow.isBefore(endsAt) || machineNow.isAfter(usedAt.plus(idle));
  }

  /**
   * Whether it began so lately, ten minutes at most before an instant of the machine's clock, that
   * whoever sits there has just shown who they are.
   */
  public boolean isYoungAt(Instant machineNow) {
    return machineNow.isBefore(begunAt.plus(YOUTH));
  }
}
