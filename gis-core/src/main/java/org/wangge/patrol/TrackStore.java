package org.wangge.patrol;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;

/** Keeps tracks. Reads are narrowed to the caller's scope. Thread-safe. */
public interface TrackStore {

  /** Tracks in the order of their ids. */
  List<Track> list(Tx tx, Caller caller, TrackQuery query);

  /**
   * Tracks that were not over before an instant and had begun by another.
   *
   * @param ofPeople staff codes; none for anybody's
   */
  List<Track> during(Tx tx, Caller caller, Set<String> ofPeople, Instant from, Instant to);

  /** The same of some people, each without its fixes. */
  List<Span> spans(Tx tx, Set<String> ofPeople, Instant from, Instant to);

  /**
   * When a track began and ended.
   *
   * @param id of the track
   * @param staffCode code of the person
   * @param from instant of its first fix
   * @param to instant of its last fix
   * @param alone whether it holds fixes that are not packed elsewhere
   */
  record Span(String id, String staffCode, Instant from, Instant to, boolean alone) {}

  /** Lets tracks go on by fixes that are packed and later than all they had. */
  void extend(Tx tx, List<Extension> extensions);

  /**
   * How far a track goes on.
   *
   * @param id of the track
   * @param from instant of the first fix that is added
   * @param to instant of the last
   * @param box around what is added
   * @param gridCodes grids that what is added leads through
   * @param generated whether a demonstration made up all that is added
   */
  record Extension(
      String id,
      Instant from,
      Instant to,
      LatticeBox box,
      Set<String> gridCodes,
      boolean generated) {
    public Extension {
      gridCodes = Set.copyOf(gridCodes);
    }
  }

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
   * @param packed whether all its fixes are packed, so that it need not hold them itself
   */
  record Walked(Track track, Set<String> gridCodes, boolean packed) {
    public Walked {
      gridCodes = Set.copyOf(gridCodes);
    }
  }
}
