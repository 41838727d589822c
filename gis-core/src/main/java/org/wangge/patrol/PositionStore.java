package org.wangge.patrol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.event.Tx;

/**
 * Keeps what devices said: first in a log, as it came in; later packed, one row for each person and
 * quarter of an hour. Thread-safe.
 */
public interface PositionStore {

  /** Adds to the log. */
  void append(Tx tx, List<PersonFixes> said);

  /** Everything later than an instant, of the log and packed; a fix may come twice. */
  List<PersonFixes> since(Tx tx, Instant instant);

  /** Begin of the oldest quarter of an hour that is packed; empty where nothing is. */
  Optional<Instant> oldest(Tx tx);

  /** Takes away what is packed of quarters before an instant; answers how many rows. */
  int removeBefore(Tx tx, Instant instant);

  /** What is in the log, not packed yet, in the order it came. */
  List<PersonFixes> unpacked(Tx tx);

  /** Which instants of a person are on record from one instant to another, both included. */
  Set<Instant> instants(Tx tx, String staffCode, Instant from, Instant to);

  /**
   * Packs what the log has of quarters of an hour that are over: merged with what is packed
   * already, each instant once. Done again it changes nothing.
   *
   * @param before only rows whose last fix is earlier
   * @param most at most so many rows of the log
   */
  Packed pack(Tx tx, Instant before, int most);

  /**
   * What was packed.
   *
   * @param rows how many rows of the log
   * @param fixes what they said, each person's quarters of an hour one by one, each merged with
   *     what was packed of it before
   */
  record Packed(int rows, List<PersonFixes> fixes) {
    public Packed {
      fixes = List.copyOf(fixes);
    }
  }
}
