package org.wangge.patrol;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.event.Tx;

/**
 * Keeps what devices said: first in a log, as it came in, one row for whatever came in together;
 * later packed, one row for each person and quarter of an hour. Thread-safe.
 */
public interface PositionStore {

  /**
   * Adds a row to the log.
   *
   * @return its number
   */
  long append(Tx tx, List<PersonFixes> said);

  /** What is in the log, not packed yet, in the order it came. */
  List<Logged> unpacked(Tx tx);

  /**
   * A row of the log.
   *
   * @param row its number
   * @param said what it holds
   */
  record Logged(long row, List<PersonFixes> said) {
    public Logged {
      said = List.copyOf(said);
    }
  }

  /**
   * Packs, merged with what is packed already, each instant once. Done again it changes nothing.
   *
   * @param quarters each of one person and within one quarter of an hour
   */
  void pack(Tx tx, List<PersonFixes> quarters);

  /** Takes rows out of the log. */
  void forget(Tx tx, Collection<Long> rows);

  /** What is packed of the quarter of an hour that holds an instant, and of later ones. */
  List<PersonFixes> packedSince(Tx tx, Instant instant);

  /** Which instants of a person are packed from one instant to another, both included. */
  Set<Instant> packedInstants(Tx tx, String staffCode, Instant from, Instant to);

  /** Begin of the oldest quarter of an hour that is packed; empty where nothing is. */
  Optional<Instant> oldest(Tx tx);

  /** Takes away what is packed of quarters before an instant; answers how many rows. */
  int removeBefore(Tx tx, Instant instant);
}
