package org.wangge.people;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/**
 * Keeps second factors and recovery codes. What a caller may do with whose is the desk's to say.
 * Thread-safe.
 */
public interface SecondFactorStore {

  /**
   * Puts in one that waits for its first code, in place of one that waited before. Those of other
   * accounts that have waited for {@link SecondFactor#WAIT} are removed.
   *
   * @throws Conflict {@code second-factor-taken} when one is in force
   */
  void begin(Tx tx, Caller caller, SecondFactor fresh);

  Optional<SecondFactor> find(Tx tx, Caller caller, String account);

  /**
   * Puts the one that waits in force, as of the transaction.
   *
   * @param step of the code that was shown
   * @return false when none waits
   */
  boolean confirm(Tx tx, Caller caller, String account, long step);

  /**
   * Keeps the step of a code that was accepted.
   *
   * @return false when a code of it or of a later one was accepted meanwhile, so that of two who
   *     show the same code only one is let in
   */
  boolean useStep(Tx tx, Caller caller, String account, long step);

  /** Puts recovery codes in place of all there were. */
  void replaceRecoveryCodes(Tx tx, Caller caller, String account, List<String> hashes);

  /** Uses a code up; false when there is none such, or it was used. */
  boolean useRecoveryCode(Tx tx, Caller caller, String account, String hash);

  /** How many recovery codes are left. */
  int countRecoveryCodes(Tx tx, Caller caller, String account);

  /** Takes away the factor and its codes; false when there is none. */
  boolean remove(Tx tx, Caller caller, String account);
}
