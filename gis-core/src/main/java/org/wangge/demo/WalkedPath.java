package org.wangge.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where someone truly was, at every instant from one to another: a line with times, straight and
 * even between its points. Immutable.
 */
final class WalkedPath {
  private final Instant start;
  private final long[] millis;
  private final Spot[] spots;

  private WalkedPath(Instant start, long[] millis, Spot[] spots) {
    this.start = start;
    this.millis = millis;
    this.spots = spots;
  }

  Instant start() {
    return start;
  }

  Instant end() {
    return start.plusMillis(millis[millis.length - 1]);
  }

  boolean holds(Instant instant) {
    return !instant.isBefore(start) && !instant.isAfter(end());
  }

  /**
   * A moment of the walk.
   *
   * @param spot where
   * @param heading counter-clockwise from east, in radians; while standing, as last walked
   * @param walking whether they move
   * @param since when they began to walk or stand so
   */
  record Moment(Spot spot, double heading, boolean walking, Instant since) {}

  /** What an instant it {@link #holds} was like. */
  Moment at(Instant instant) {
    long passed = Duration.between(start, instant).toMillis();
    int found = Arrays.binarySearch(millis, passed);
    int leg = Math.min(found >= 0 ? found : -found - 2, millis.length - 2);
    double share = (passed - millis[leg]) / (double) (millis[leg + 1] - millis[leg]);
    return new Moment(
        spots[leg].toward(spots[leg + 1], share),
        heading(leg),
        moves(leg),
        start.plusMillis(millis[firstAlike(leg)]));
  }

  private boolean moves(int leg) {
    return !spots[leg].equals(spots[leg + 1]);
  }

  private double heading(int leg) {
    int walked = leg;
    while (walked > 0 && !moves(walked)) {
      walked--;
    }
    return spots[walked].directionTo(spots[walked + 1]);
  }

  private int firstAlike(int leg) {
    int first = leg;
    while (first > 0 && moves(first - 1) == moves(leg)) {
      first--;
    }
    return first;
  }

  /** The same, so many metres to the left: who walks beside. */
  WalkedPath beside(double meters) {
    Spot[] aside = new Spot[spots.length];
    for (int i = 0; i < spots.length; i++) {
      int leg = Math.min(i, spots.length - 2);
      aside[i] =
          i > 0 && spots[i].equals(spots[i - 1])
              ? aside[i - 1]
              : spots[i].move(heading(leg), 0, meters);
    }
    return new WalkedPath(start, millis, aside);
  }

  /** Puts a path together, point after point. */
  static final class Builder {
    private final Instant start;
    private final List<Long> millis = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();

    Builder(Instant start, Spot first) {
      this.start = start;
      millis.add(0L);
      spots.add(first);
    }

    double seconds() {
      return millis.get(millis.size() - 1) / 1000.0;
    }

    Spot here() {
      return spots.get(spots.size() - 1);
    }

    /** Goes straight to a spot, or stays where it is the same. */
    void to(Spot spot, double duringSeconds) {
      long duration = Math.round(duringSeconds * 1000);
      if (duration > 0) {
        millis.add(millis.get(millis.size() - 1) + duration);
        spots.add(spot);
      }
    }

    /** The path; a path of one point stands there for a second. */
    WalkedPath build() {
      if (spots.size() == 1) {
        to(here(), 1);
      }
      return new WalkedPath(
          start, millis.stream().mapToLong(Long::longValue).toArray(), spots.toArray(new Spot[0]));
    }
  }
}
