package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wangge.geo.LatticeBox;

/**
 * What one person walked in one go.
 *
 * @param id stable
 * @param staffCode code of the person
 * @param fixes at least one, each later than the one before
 * @param generated whether a demonstration made it up
 */
public record Track(String id, String staffCode, List<Fix> fixes, boolean generated) {

  public Track {
    fixes = List.copyOf(fixes);
    if (fixes.isEmpty()) {
      throw new IllegalArgumentException("a track without a fix: " + id);
    }
    for (int i = 1; i < fixes.size(); i++) {
      if (!fixes.get(i).at().isAfter(fixes.get(i - 1).at())) {
        throw new IllegalArgumentException("fixes out of order at " + i + ": " + id);
      }
    }
  }

  public Instant from() {
    return fixes.get(0).at();
  }

  public Instant to() {
    return fixes.get(fixes.size() - 1).at();
  }

  /** Whether it had begun at an instant and was not over. */
  public boolean holds(Instant instant) {
    return !instant.isBefore(from()) && !instant.isAfter(to());
  }

  /**
   * What is left of it where only some fixes may be told: the stretches between those that may not,
   * in their order, each a track; the first keeps the id, the others have a number after it.
   */
  List<Track> stretches(Predicate<Fix> told) {
    List<List<Fix>> stretches = new ArrayList<>();
    boolean going = false;
    for (Fix fix : fixes) {
      boolean tells = told.test(fix);
      if (tells && !going) {
        stretches.add(new ArrayList<>());
      }
      if (tells) {
        stretches.get(stretches.size() - 1).add(fix);
      }
      going = tells;
    }
    List<Track> tracks = new ArrayList<>();
    for (List<Fix> stretch : stretches) {
      String name = tracks.isEmpty() ? id : id + "~" + (tracks.size() + 1);
      tracks.add(new Track(name, staffCode, stretch, generated));
    }
    return tracks;
  }

  /** The smallest box that holds all of it. */
  public LatticeBox box() {
    return boxOf(fixes);
  }

  static LatticeBox boxOf(List<Fix> fixes) {
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (Fix fix : fixes) {
      west = Math.min(west, fix.location().lon());
      east = Math.max(east, fix.location().lon());
      south = Math.min(south, fix.location().lat());
      north = Math.max(north, fix.location().lat());
    }
    return new LatticeBox(west, south, east, north);
  }
}
