package org.wangge.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;
import org.wangge.place.Traveller;

/**
 * The cars that stand at kerbs, half on the pavement as people park there. Each bay has one car or
 * none from one night to the next; it changes hands in the small hours, at a moment of its own.
 * Immutable and thread-safe.
 */
final class ParkedCars {
  private static final double BAY_METERS = 6.4;
  private static final double FROM_JUNCTION_METERS = 12;

  /** So many places at the kerb are no bay: there is a gate, a tree or a crossing. */
  private static final double NO_BAY_CHANCE = 0.3;

  private static final long DAY_SECONDS = 86_400;
  private static final int FIRST_HOUR = 1;
  private static final int LAST_HOUR = 5;

  private final long seed;
  private final List<Bay> bays = new ArrayList<>();

  /**
   * A place at a kerb.
   *
   * @param number stable
   * @param pose of a car that stands there
   * @param share of the days that one does
   * @param changes seconds of the day, in universal time, at which it changes hands
   */
  record Bay(int number, Lane.Pose pose, double share, long changes) {}

  ParkedCars(long seed, LocalFrame frame, StreetGraph graph) {
    this.seed = seed;
    for (StreetGraph.Edge edge : graph.edges()) {
      double share = share(edge.streetClass());
      if (edge.allowed().contains(Traveller.CAR) && share > 0) {
        double aside = kerbMeters(edge.streetClass());
        along(Lane.beside(edge, true, frame, aside), share);
        along(Lane.beside(edge, false, frame, aside), share);
      }
    }
  }

  private static double share(StreetClass streetClass) {
    return switch (streetClass) {
      case COLLECTOR -> 0.2;
      case LOCAL -> 0.45;
      default -> 0;
    };
  }

  private static double kerbMeters(StreetClass streetClass) {
    return streetClass == StreetClass.COLLECTOR ? 5.2 : 3.9;
  }

  private void along(Spot[] kerb, double share) {
    double length = 0;
    for (int i = 1; i < kerb.length; i++) {
      length += kerb[i - 1].distance(kerb[i]);
    }
    double next = FROM_JUNCTION_METERS;
    double gone = 0;
    for (int i = 1; i < kerb.length; i++) {
      double step = kerb[i - 1].distance(kerb[i]);
      while (next <= gone + step && next < length - FROM_JUNCTION_METERS) {
        Spot spot = kerb[i - 1].toward(kerb[i], (next - gone) / step);
        add(new Lane.Pose(spot, kerb[i - 1].directionTo(kerb[i])), share);
        next += BAY_METERS;
      }
      gone += step;
    }
  }

  private void add(Lane.Pose pose, double share) {
    int number = bays.size();
    Dice dice = Dice.of(seed, "bay", number);
    boolean isBay = !dice.chance(NO_BAY_CHANCE);
    int local = dice.whole(FIRST_HOUR * 3_600, LAST_HOUR * 3_600 - 1);
    long zone = IncidentBook.ZONE.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
    bays.add(new Bay(number, pose, isBay ? share : 0, local - zone));
  }

  /** The bays so near to a spot. */
  List<Bay> near(Spot spot, double meters) {
    return bays.stream()
        .filter(bay -> bay.share() > 0 && bay.pose().spot().distance(spot) < meters)
        .toList();
  }

  /** The day that a bay is in at an instant: from one change of hands to the next. */
  static long day(Bay bay, Instant instant) {
    return Math.floorDiv(instant.getEpochSecond() - bay.changes(), DAY_SECONDS);
  }

  /** Number of the car that stands in a bay on a day; 0 where none does. */
  long carIn(Bay bay, long day) {
    Dice dice = Dice.of(seed, "parked", bay.number(), day);
    return dice.chance(bay.share()) ? dice.nextLong() >>> 1 | 1 : 0;
  }
}
