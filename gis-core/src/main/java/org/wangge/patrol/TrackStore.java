package org.wangge.patrol;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps tracks. Reads are narrowed to the caller's scope. Thread-safe. */
public interface TrackStore {

  /** Tracks in the order of their ids. */
  List<Track> list(Tx tx, Caller caller, TrackQuery query);

  /** Tracks of anybody that were not over before an instant and had begun by another. */
  List<Track> during(Tx tx, Caller caller, Instant from, Instant to);

  /** How many people walked in an area of the tree and below it since an instant. */
  int countPeople(Tx tx, Caller caller, String areaCode, Instant since);

  /**
   * Adds tracks.
   *
   * @throws org.wangge.fault.Conflict with code {@code track-taken} when an id is there already
   */
  void add(Tx tx, Caller caller, List<Walked> walked);

  /** Takes tracks away that were over before an instant; answers how many. */
  int removeBefore(Tx tx, Caller caller, Instant instant);

  /** Takes tracks away and adds others, some of the same ids, perhaps. */
  void replace(Tx tx, Caller caller, Collection<String> ids, List<Walked> by);

  /**
   * A track and where it led.
   *
   * @param track the track
   * @param gridCodes grids it passed through
   */
  record Walked(Track track, Set<String> gridCodes) {
    public Walked {
      gridCodes = Set.copyOf(gridCodes);
    }
  }
}
