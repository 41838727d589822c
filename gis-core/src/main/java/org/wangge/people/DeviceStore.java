package org.wangge.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/**
 * Keeps devices and the pairings that may become some; of what they show only hashes. Whatever is
 * read by id or listed lies within the caller's scope. Thread-safe.
 */
public interface DeviceStore {

  /**
   * Puts one in.
   *
   * @throws Conflict {@code device-taken} when its id or hash is there already
   */
  void add(Tx tx, Caller caller, Device device, String secretHash);

  Optional<Device> find(Tx tx, Caller caller, String id);

  /** The device that a secret is of, let in or not, whoever asks. */
  Optional<Device> findByHash(Tx tx, Caller caller, String secretHash);

  /** The phones that send the positions of a staff code, newest first, whoever asks. */
  List<Device> listOf(Tx tx, Caller caller, String staffCode);

  /** All that lie in the caller's scope, newest first. */
  List<Device> list(Tx tx, Caller caller);

  /** Ends one as of the transaction; false when that was done, or there is none. */
  boolean revoke(Tx tx, Caller caller, String id);

  /** Notes that one was seen. */
  void see(Tx tx, Caller caller, String id, Instant at);

  /**
   * A screen that waits for somebody to let it in.
   *
   * @param secretHash of what the screen keeps to itself
   * @param codeHash of what it shows
   * @param begunAt when, by the machine's clock
   * @param expiresAt until when, likewise
   */
  record Pairing(String secretHash, String codeHash, Instant begunAt, Instant expiresAt) {}

  /** Puts in a pairing, and forgets those that were over when it began. */
  void begin(Tx tx, Caller caller, Pairing pairing);

  /** How many there are. */
  int countPairings(Tx tx, Caller caller);

  /** Whether a screen with a secret waits at an instant of the machine's clock. */
  boolean isWaiting(Tx tx, Caller caller, String secretHash, Instant at);

  /**
   * Takes the pairing out that shows a code at an instant of the machine's clock. Of several who
   * want it only one gets it.
   */
  Optional<Pairing> take(Tx tx, Caller caller, String codeHash, Instant at);
}
