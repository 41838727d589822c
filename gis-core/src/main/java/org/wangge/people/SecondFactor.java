package org.wangge.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The authenticator app of an account.
 *
 * @param account id of the account
 * @param sealedSecret what app and server share, encrypted
 * @param begunAt when it was made
 * @param confirmedOrNull when its owner showed a first code; null before, when it is not in force
 * @param lastStep newest step of which a code was accepted, see {@link Totp}
 */
public record SecondFactor(
    String account,
    String sealedSecret,
    Instant begunAt,
    @Nullable Instant confirmedOrNull,
    long lastStep) {
  /** How long one waits for its first code. */
  public static final Duration WAIT = Duration.ofDays(1);

  /** One that waits for its first code. */
  public static SecondFactor begun(String account, String sealedSecret, Instant at) {
    return new SecondFactor(account, sealedSecret, at, null, Totp.NO_STEP);
  }

  public Optional<Instant> confirmed() {
    return Optional.ofNullable(confirmedOrNull);
  }

  /** Whether signing in asks for it. */
  public boolean isInForce() {
    return confirmedOrNull != null;
  }

  /** Whether its first code is still waited for: what was left half done is no way in later. */
  public boolean isWaitingAt(Instant now) {
    return !isInForce() && now.isBefore(begunAt.plus(WAIT));
  }

  @Override
  public String toString() {
    return "SecondFactor of " + account;
  }
}
