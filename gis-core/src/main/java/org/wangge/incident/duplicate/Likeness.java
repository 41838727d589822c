package org.wangge.incident.duplicate;

import java.time.Duration;
import java.time.Instant;

/**
 * How likely it is that two reports speak of the same: nearness in place, in time and in kind, each
 * from 0 to 1, weighed and added.
 *
 * @param placeWeight of nearness in place
 * @param timeWeight of nearness in time
 * @param categoryWeight of the same category
 * @param reachMeters from here on, nearness in place is 0
 * @param window from here on, nearness in time is 0
 * @param least from this sum on, two are told to be alike
 */
public record Likeness(
    double placeWeight,
    double timeWeight,
    double categoryWeight,
    double reachMeters,
    Duration window,
    double least) {

  /**
   * A pothole is reported again for days and from both sides of the street; what is of another kind
   * has to be very near and very soon after.
   */
  public static final Likeness USUAL = new Likeness(0.5, 0.2, 0.3, 120, Duration.ofDays(7), 0.6);

  public Likeness {
    if (placeWeight < 0 || timeWeight < 0 || categoryWeight < 0 || reachMeters <= 0) {
      throw new IllegalArgumentException("a weight below nothing, or no reach");
    }
  }

  /** Nearness in place: 1 at the same point, falling evenly to 0 at the reach. */
  public double place(double meters) {
    return Math.max(0, 1 - meters / reachMeters);
  }

  /** Nearness in time: 1 at the same instant, falling evenly to 0 at the window's end. */
  public double time(Instant one, Instant other) {
    double apart = Math.abs(Duration.between(one, other).toMillis());
    return Math.max(0, 1 - apart / window.toMillis());
  }

  /**
   * All of it together, from 0 to the sum of the weights; 0 beyond the reach, whatever else is so.
   *
   * @param meters between the places
   */
  public double of(double meters, Instant one, Instant other, boolean sameCategory) {
    if (meters >= reachMeters) {
      return 0;
    }
    return placeWeight * place(meters)
        + timeWeight * time(one, other)
        + categoryWeight * (sameCategory ? 1 : 0);
  }
}
