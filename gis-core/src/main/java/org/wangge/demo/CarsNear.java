package org.wangge.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cars near a place, looked up frame after frame: which lanes and bays are near is found once,
 * and whoever was found on a lane is known until they have left it. For one thread.
 */
public final class CarsNear {
  private static final long NOT_KNOWN = Long.MIN_VALUE;

  private final LocalFrame frame;
  private final Traffic traffic;
  private final ParkedCars parked;
  private final Spot middle;
  private final double meters;
  private final int[] lanes;
  private final List<ParkedCars.Bay> bays;

  /** By lane, and by beat modulo how many are under way: the beat, and the car that began then. */
  private final long[][] beats;

  private final long[][] cars;
  private final long[] days;
  private final long[] standing;

  CarsNear(LocalFrame frame, Traffic traffic, ParkedCars parked, Spot middle, double meters) {
    this.frame = frame;
    this.traffic = traffic;
    this.parked = parked;
    this.middle = middle;
    this.meters = meters;
    lanes = traffic.near(middle, meters);
    bays = parked.near(middle, meters);
    beats = new long[lanes.length][];
    cars = new long[lanes.length][];
    for (int i = 0; i < lanes.length; i++) {
      beats[i] = new long[traffic.beatsUnderWay(lanes[i])];
      Arrays.fill(beats[i], NOT_KNOWN);
      cars[i] = new long[beats[i].length];
    }
    days = new long[bays.size()];
    Arrays.fill(days, NOT_KNOWN);
    standing = new long[bays.size()];
  }

  /**
   * Those that are there at an instant, past or to come, in no particular order. Depends on the
   * town's seed and the instant alone. An instant a moment later takes some microseconds; any other
   * a millisecond or two.
   */
  public List<Car> at(Instant instant) {
    List<Car> found = new ArrayList<>();
    long millis = instant.toEpochMilli();
    for (int i = 0; i < lanes.length; i++) {
      long last = traffic.lastBeat(lanes[i], millis);
      for (long beat = last; beat > last - beats[i].length; beat--) {
        Lane.Pose pose = traffic.where(lanes[i], beat, millis);
        if (pose != null && pose.spot().distance(middle) < meters) {
          add(found, carOn(i, beat), pose, false);
        }
      }
    }
    for (int i = 0; i < days.length; i++) {
      long day = ParkedCars.day(bays.get(i), instant);
      if (days[i] != day) {
        standing[i] = parked.carIn(bays.get(i), day);
        days[i] = day;
      }
      add(found, standing[i], bays.get(i).pose(), true);
    }
    return found;
  }

  private long carOn(int i, long beat) {
    int place = (int) Math.floorMod(beat, (long) beats[i].length);
    if (beats[i][place] != beat) {
      cars[i][place] = traffic.carOn(lanes[i], beat);
      beats[i][place] = beat;
    }
    return cars[i][place];
  }

  private void add(List<Car> found, long number, Lane.Pose pose, boolean isParked) {
    if (number != 0) {
      double clockwise = 90 - StrictMath.toDegrees(pose.heading());
      found.add(
          new Car(
              number,
              frame.at(pose.spot().x(), pose.spot().y()),
              (clockwise % 360 + 360) % 360,
              isParked));
    }
  }
}
