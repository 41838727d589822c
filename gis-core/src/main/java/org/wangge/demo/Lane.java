package org.wangge.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

/**
 * One direction of a stretch of street, as cars drive it: on the right of its middle, from some
 * metres behind one junction to some metres before the next. All who drive it take the same time,
 * slower near junctions; how they cross these is {@link #onTo}. Immutable.
 */
final class Lane {
  private static final double STEP_METERS = 4;

  /** Middle of a junction to where a lane begins or ends; less for short stretches. */
  private static final double JUNCTION_METERS = 10;

  private static final double SHORT_SHARE = 0.4;
  private static final double JUNCTION_SPEED = 6;
  private static final double ACCELERATION = 1.2;

  private final int from;
  private final int to;
  private final StreetClass streetClass;
  private final Spot[] spots;

  /** When each spot is reached, seconds after the lane begins at its usual speed. */
  private final double[] seconds;

  private Lane(int from, int to, StreetClass streetClass, Spot[] spots, double[] seconds) {
    this.from = from;
    this.to = to;
    this.streetClass = streetClass;
    this.spots = spots;
    this.seconds = seconds;
  }

  /**
   * A place and where one looks there.
   *
   * @param heading counter-clockwise from east, in radians
   */
  record Pose(Spot spot, double heading) {}

  /** The lane of a stretch in the direction of its line, or against it. */
  static Lane of(StreetGraph.Edge edge, boolean forward, LocalFrame frame) {
    Spot[] spots = beside(edge, forward, frame, drivingMeters(edge.streetClass()));
    double length = 0;
    for (int i = 1; i < spots.length; i++) {
      length += spots[i - 1].distance(spots[i]);
    }
    double[] seconds = new double[spots.length];
    double gone = 0;
    for (int i = 1; i < spots.length; i++) {
      double step = spots[i - 1].distance(spots[i]);
      double toJunction = Math.min(gone + step / 2, length - gone - step / 2);
      seconds[i] = seconds[i - 1] + step / speed(edge.streetClass(), toJunction);
      gone += step;
    }
    return new Lane(
        forward ? edge.from() : edge.to(),
        forward ? edge.to() : edge.from(),
        edge.streetClass(),
        spots,
        seconds);
  }

  /** Metres a second, so far from the nearer end of a lane. */
  private static double speed(StreetClass streetClass, double toJunctionMeters) {
    double most =
        switch (streetClass) {
          case ARTERIAL -> 14;
          case COLLECTOR -> 11;
          default -> 8;
        };
    double square = JUNCTION_SPEED * JUNCTION_SPEED + 2 * ACCELERATION * toJunctionMeters;
    return Math.min(most, Math.sqrt(square));
  }

  /** From the middle of a street to the middle of a car that drives there. */
  static double drivingMeters(StreetClass streetClass) {
    return switch (streetClass) {
      case ARTERIAL -> 3.2;
      case COLLECTOR -> 2.6;
      default -> 2;
    };
  }

  /** Spots along a stretch without its junctions, so far to the right of its middle. */
  static Spot[] beside(StreetGraph.Edge edge, boolean forward, LocalFrame frame, double meters) {
    List<Spot> line = new ArrayList<>(edge.line().stream().map(frame::spot).toList());
    if (!forward) {
      Collections.reverse(line);
    }
    double[] along = new double[line.size()];
    for (int i = 1; i < along.length; i++) {
      along[i] = along[i - 1] + line.get(i - 1).distance(line.get(i));
    }
    double length = along[along.length - 1];
    double cut = Math.min(JUNCTION_METERS, SHORT_SHARE * length);
    int steps = Math.max(1, (int) Math.ceil((length - 2 * cut) / STEP_METERS));
    Spot[] spots = new Spot[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double at = cut + (length - 2 * cut) * i / steps;
      Spot before = spot(line, along, Math.max(0, at - cut / 2));
      Spot after = spot(line, along, Math.min(length, at + cut / 2));
      spots[i] = spot(line, along, at).move(before.directionTo(after), 0, -meters);
    }
    return spots;
  }

  private static Spot spot(List<Spot> line, double[] along, double at) {
    int found = Arrays.binarySearch(along, at);
    int leg = Math.min(found >= 0 ? found : -found - 2, along.length - 2);
    double length = along[leg + 1] - along[leg];
    return line.get(leg).toward(line.get(leg + 1), length == 0 ? 0 : (at - along[leg]) / length);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  StreetClass streetClass() {
    return streetClass;
  }

  /** Whether it comes so near to a spot, or its next junction may. */
  boolean isNear(Spot spot, double meters) {
    double reach = meters + STEP_METERS + 3 * JUNCTION_METERS;
    return Arrays.stream(spots).anyMatch(one -> one.distance(spot) < reach);
  }

  /** How long it takes from its begin to its end, in seconds. */
  double usualSeconds() {
    return seconds[seconds.length - 1];
  }

  double headingAtBegin() {
    return spots[0].directionTo(spots[1]);
  }

  double headingAtEnd() {
    return spots[spots.length - 2].directionTo(spots[spots.length - 1]);
  }

  /** Where one is after a share of the time that the lane takes. */
  Pose at(double share) {
    double at = share * usualSeconds();
    int found = Arrays.binarySearch(seconds, at);
    int leg = Math.min(found >= 0 ? found : -found - 2, seconds.length - 2);
    double passed = (at - seconds[leg]) / (seconds[leg + 1] - seconds[leg]);
    return new Pose(
        spots[leg].toward(spots[leg + 1], passed), spots[leg].directionTo(spots[leg + 1]));
  }

  /** Where one is after a share of the way over the junction to another lane: a Bézier curve. */
  Pose onTo(Lane next, double share) {
    Spot begin = spots[spots.length - 1];
    Spot end = next.spots[0];
    double turn =
        Math.abs(StrictMath.IEEEremainder(next.headingAtBegin() - headingAtEnd(), 2 * Math.PI));
    // A quarter of a circle by 0.39 of its chord; a half, by two thirds.
    double handle = begin.distance(end) * (turn > 0.75 * Math.PI ? 0.67 : 0.39);
    Spot second = begin.move(headingAtEnd(), handle, 0);
    Spot third = end.move(next.headingAtBegin(), -handle, 0);
    Spot a = begin.toward(second, share);
    Spot b = second.toward(third, share);
    Spot c = third.toward(end, share);
    Spot d = a.toward(b, share);
    Spot e = b.toward(c, share);
    return new Pose(d.toward(e, share), d.directionTo(e));
  }
}
