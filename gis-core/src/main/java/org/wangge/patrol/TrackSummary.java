package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * What a track says of how somebody went: where they stood, when their device was silent, and how
 * far they walked. A stop is a stay point (Li, Zheng and others, "Mining user similarity based on
 * location history", 2008): fixes that follow each other within a distance of the middle of those
 * before, for long enough.
 *
 * @param walkedMeters along the fixes; of a stop the straight way from its first to its last, as
 *     devices tremble; leaps that nobody can have made left out
 * @param stops in their order
 * @param gaps in their order; what lies between their ends nobody knows
 */
public record TrackSummary(double walkedMeters, List<Stop> stops, List<Gap> gaps) {
  /** Farther from where somebody came to stand they have gone on. */
  public static final double STOP_METERS = 50;

  /** Shorter is a traffic light, or a word with a neighbour. */
  public static final Duration SHORTEST_STOP = Duration.ofMinutes(5);

  public TrackSummary {
    stops = List.copyOf(stops);
    gaps = List.copyOf(gaps);
  }

  /**
   * A time in which somebody stood.
   *
   * @param middle of the fixes of it
   * @param from first fix
   * @param to last fix
   */
  public record Stop(LatticePoint middle, Instant from, Instant to) {}

  /**
   * A time in which a device said nothing.
   *
   * @param from last fix before
   * @param to first fix after
   */
  public record Gap(Instant from, Instant to) {}

  /** Of a track. */
  public static TrackSummary of(Track track) {
    List<Fix> fixes = track.fixes();
    List<Stop> stops = new ArrayList<>();
    double meters = 0;
    int at = 0;
    while (at < fixes.size()) {
      int last = lastNear(fixes, at);
      if (isStop(fixes.get(at), fixes.get(last))) {
        stops.add(stop(fixes.subList(at, last + 1)));
        meters += metersTo(fixes.get(last), fixes.get(at));
      } else {
        last = at;
      }
      meters += last + 1 < fixes.size() ? metersTo(fixes.get(last + 1), fixes.get(last)) : 0;
      at = last + 1;
    }
    return new TrackSummary(meters, stops, gaps(fixes));
  }

  /** Who comes to stand pulls the middle along: held against the first fix, stops would break. */
  private static int lastNear(List<Fix> fixes, int first) {
    Middle middle = new Middle();
    middle.add(fixes.get(first));
    int last = first;
    while (last + 1 < fixes.size() && middle.isNear(fixes.get(last + 1))) {
      last++;
      middle.add(fixes.get(last));
    }
    return last;
  }

  /** The middle of some fixes. */
  private static final class Middle {
    private long lon;
    private long lat;
    private int count;

    void add(Fix fix) {
      lon += fix.location().lon();
      lat += fix.location().lat();
      count++;
    }

    boolean isNear(Fix fix) {
      return Geodesy.distanceMeters(at(), fix.location()) <= STOP_METERS;
    }

    LatticePoint at() {
      return new LatticePoint(
          Math.toIntExact(Math.round((double) lon / count)),
          Math.toIntExact(Math.round((double) lat / count)));
    }
  }

  private static boolean isStop(Fix first, Fix last) {
    return Duration.between(first.at(), last.at()).compareTo(SHORTEST_STOP) >= 0;
  }

  private static Stop stop(List<Fix> fixes) {
    Middle middle = new Middle();
    fixes.forEach(middle::add);
    return new Stop(middle.at(), fixes.get(0).at(), fixes.get(fixes.size() - 1).at());
  }

  private static double metersTo(Fix next, Fix before) {
    return next.isJumpFrom(before) ? 0 : Geodesy.distanceMeters(before.location(), next.location());
  }

  private static List<Gap> gaps(List<Fix> fixes) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < fixes.size(); i++) {
      Fix before = fixes.get(i - 1);
      if (fixes.get(i).isAfterSilence(before)) {
        gaps.add(new Gap(before.at(), fixes.get(i).at()));
      }
    }
    return gaps;
  }
}
