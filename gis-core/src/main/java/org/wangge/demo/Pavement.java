package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

/**
 * The way on foot beside a route along streets, on one side of it all along. Filled leg after leg.
 * Not thread-safe.
 */
final class Pavement {
  /** Beyond this turn the outer corner would lie too far out: such a corner is cut. */
  private static final double SHARPEST_RADIANS = StrictMath.toRadians(120);

  private static final double STRAIGHT_RADIANS = StrictMath.toRadians(20);

  private final LocalFrame frame;

  /** 1 on the left of the route, -1 on its right. */
  private final int side;

  private final List<Leg> legs = new ArrayList<>();

  Pavement(LocalFrame frame, boolean left) {
    this.frame = frame;
    side = left ? 1 : -1;
  }

  private record Leg(Spot from, Spot to, double aside) {

    double direction() {
      return from.directionTo(to);
    }
  }

  /** From the middle of a street to where people walk. Always less than to any building. */
  static double asideMeters(StreetClass streetClass) {
    return switch (streetClass) {
      case ARTERIAL -> 10.5;
      case COLLECTOR -> 7.5;
      case LOCAL -> 5.5;
      case LANE -> 3;
      case PATH -> 0.8;
    };
  }

  /** Goes on along a stretch of street. */
  void along(StreetGraph.Edge edge, boolean forward) {
    int last = edge.line().size() - 1;
    for (int i = 0; i < last; i++) {
      Spot from = frame.spot(edge.line().get(forward ? i : last - i));
      Spot to = frame.spot(edge.line().get(forward ? i + 1 : last - i - 1));
      if (from.distance(to) > 0) {
        legs.add(new Leg(from, to, side * asideMeters(edge.streetClass())));
      }
    }
  }

  /** Corner after corner of the way; the same spot may come twice. */
  List<Spot> spots() {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      if (i == 0) {
        spots.add(leg.from().move(leg.direction(), 0, leg.aside()));
      } else {
        corner(legs.get(i - 1), leg, spots);
      }
    }
    Leg last = legs.get(legs.size() - 1);
    spots.add(last.to().move(last.direction(), 0, last.aside()));
    return spots;
  }

  /** Where the pavements of two legs meet; round the end of a street they only face each other. */
  private static void corner(Leg before, Leg after, List<Spot> spots) {
    double a = before.direction();
    double b = after.direction();
    double turn = Math.abs(StrictMath.IEEEremainder(b - a, 2 * Math.PI));
    if (turn < STRAIGHT_RADIANS || turn > SHARPEST_RADIANS) {
      spots.add(after.from().move(a, 0, before.aside()));
      spots.add(after.from().move(b, 0, after.aside()));
      return;
    }
    double sine = StrictMath.sin(b - a);
    double along = (before.aside() * StrictMath.cos(b - a) - after.aside()) / sine;
    spots.add(after.from().move(a, along, before.aside()));
  }
}
