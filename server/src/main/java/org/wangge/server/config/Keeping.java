package org.wangge.server.config;

/**
 * How long personal data is kept that nobody erases by hand.
 *
 * @param lookDays days for who looked at whose positions
 * @param positionDays days for positions and tracks; more than a week, as devices may say again for
 *     a week what they have said
 */
public record Keeping(int lookDays, int positionDays) {
  /** Days for who looked, unless set otherwise. */
  public static final int LOOK_DAYS = 180;

  /** Days for positions and tracks, unless set otherwise. */
  public static final int POSITION_DAYS = 180;

  /** The shortest that positions can be kept. */
  public static final int LEAST_POSITION_DAYS = 8;

  /** As long as usual. */
  public static final Keeping USUAL = new Keeping(LOOK_DAYS, POSITION_DAYS);

  public Keeping {
    if (lookDays < 1 || positionDays < LEAST_POSITION_DAYS) {
      throw new IllegalArgumentException("looks are kept a day at least, positions eight");
    }
  }
}
