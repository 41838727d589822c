package org.wangge.emergency;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps emergencies. Reads are narrowed to the caller's scope: an emergency is there for whom one
 * of its grids is, with all its grids. Thread-safe; every call belongs to its transaction.
 */
public interface EmergencyStore {

  /** Keeps everybody else from changing one until this transaction ends. */
  void hold(Tx tx, Caller caller, long id);

  Optional<Emergency> find(Tx tx, Caller caller, long id);

  /**
   * Emergencies, the newest first.
   *
   * @param lasting only those that last
   * @param before only those of a smaller id
   */
  List<Emergency> list(Tx tx, Caller caller, boolean lasting, long before, int limit);

  /** Those of some grids in which one lasts already. */
  Set<String> taken(Tx tx, Collection<String> grids);

  /** The one that lasts in a grid, whoever asks. */
  Optional<Emergency> lastingIn(Tx tx, String grid);

  /** In how many grids of an area one lasts, whoever asks. */
  int lastingBelow(Tx tx, String area);

  /**
   * Adds one; its id is given here.
   *
   * @throws org.wangge.fault.Conflict with code {@code emergency-grid-taken} where one lasts
   *     already
   */
  Emergency add(Tx tx, Caller caller, Emergency declared);

  /**
   * Puts a new state in place of the one of the version before: its ending, or its contacts.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Emergency changed);

  /** Adds who is asked. */
  void ask(Tx tx, Caller caller, List<EmergencyCall> calls);

  /** Who is asked in one, by grid and staff code. */
  List<EmergencyCall> calls(Tx tx, Caller caller, long id);

  /** Where somebody is asked in emergencies that last. */
  List<EmergencyCall> callsOf(Tx tx, String staff);

  /** Keeps what somebody has said. */
  void reply(Tx tx, Caller caller, EmergencyCall replied);

  /** Files how it stood when it ended. */
  void file(Tx tx, Caller caller, long id, EmergencyReport report);

  /** What was filed; empty while it lasts. */
  Optional<EmergencyReport> report(Tx tx, Caller caller, long id);

  /** Takes numbers of people out of contacts. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
