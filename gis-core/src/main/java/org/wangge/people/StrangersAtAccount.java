package org.wangge.people;

/**
 * What addresses that an account never signed in from have tried on it: each failure of the last
 * while makes the pause longer that each of those addresses has to keep.
 */
final class StrangersAtAccount {
  /** Failures without any pause: a new phone, a forgotten password. */
  static final int FREE = 10;

  /** Strangers' attempts in a minute once there were more. */
  static final int A_MINUTE = 20;

  private static final int MOST = 40;
  private static final long FIRST_PAUSE_NANOS = 1_000_000_000L;
  private static final long LONGEST_PAUSE_NANOS = 300_000_000_000L;

  private final FailureWindow window = new FailureWindow(A_MINUTE);
  private int failures;
  private long fadedAt;

  StrangersAtAccount(long nanos) {
    fadedAt = nanos;
  }

  /**
   * How long a stranger has to wait.
   *
   * @param sinceFailureNanos since the same address failed at this account; a large number where it
   *     did not
   */
  long waitNanos(long sinceFailureNanos, long nanos) {
    fade(nanos);
    if (failures < FREE) {
      return 0;
    }
    long pause = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(failures - FREE, 20));
    return Math.max(Math.max(0, pause - sinceFailureNanos), window.waitNanos(nanos));
  }

  void add(long nanos) {
    fade(nanos);
    failures = Math.min(MOST, failures + 1);
    // Also what is older than a minute leaves the window here, where nobody was made to wait.
    var unused = window.waitNanos(nanos);
    window.add(nanos);
  }

  void remove(long nanos) {
    failures = Math.max(0, failures - 1);
    window.remove(nanos);
  }

  /** One failure is forgotten each minute. */
  private void fade(long nanos) {
    long minutes = (nanos - fadedAt) / FailureWindow.MINUTE_NANOS;
    failures = (int) Math.max(0, failures - minutes);
    fadedAt += minutes * FailureWindow.MINUTE_NANOS;
  }
}
