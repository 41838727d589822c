package org.wangge.incident.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFiles;
import org.wangge.incident.IncidentStore;

/**
 * Files of one kind: each waits a day for the report or deed it is for, goes with that once, and is
 * gone with it. Thread-safe.
 *
 * @param <F> the kind
 */
public abstract class FileRegister<F extends IncidentFile> implements IncidentFiles {
  /** How long a file waits for what it is for: as long as the phone of its sender may be away. */
  private static final Duration WAITS = Duration.ofHours(24);

  private final Transactions transactions;
  private final FileStore<F> store;
  private final IncidentStore incidents;
  private final int most;

  /**
   * Makes the register.
   *
   * @param most so many go with one report or one deed
   */
  protected FileRegister(
      Transactions transactions, FileStore<F> store, IncidentStore incidents, int most) {
    this.transactions = transactions;
    this.store = store;
    this.incidents = incidents;
    this.most = most;
  }

  /**
   * Puts a file that waits with something.
   *
   * @param incident whose report or deed that is
   * @return whether it waited, and the caller may
   */
  protected abstract boolean attach(
      Tx tx, Caller caller, String id, FileUse use, Incident incident);

  /** What is said to whoever gives more than go with one thing. */
  protected abstract Invalid tooMany(int given, int most);

  /**
   * What is said where a file cannot be put with something.
   *
   * @param place among those given, from 1
   */
  protected abstract Invalid unknown(int place);

  /** Removes those that have waited too long. Answers how many. */
  public final int sweep(Caller caller) {
    Caller keeper = caller.with(Right.RUN);
    return transactions.write(keeper, tx -> store.removeWaiting(tx, tx.now().minus(WAITS)));
  }

  @Override
  public final void attachToReport(
      Tx tx, Caller caller, Incident incident, String reportKey, List<String> ids) {
    attach(tx, caller, incident, ids, place -> FileUse.ofReport(reportKey, place));
  }

  @Override
  public final void attachToDeed(Tx tx, Caller caller, Incident changed, List<String> ids) {
    attach(tx, caller, changed, ids, place -> FileUse.ofDeed(changed, place));
  }

  private void attach(
      Tx tx, Caller caller, Incident incident, List<String> ids, IntFunction<FileUse> uses) {
    if (ids.size() > most) {
      throw tooMany(ids.size(), most);
    }
    Set<String> seen = new HashSet<>();
    for (int place = 1; place <= ids.size(); place++) {
      String id = ids.get(place - 1);
      if (!seen.add(id) || !attach(tx, caller, id, uses.apply(place), incident)) {
        throw unknown(place);
      }
    }
  }

  @Override
  public final List<String> ofReport(Tx tx, Caller caller, String reportKey) {
    return store.ofReport(tx, caller, reportKey).stream().map(IncidentFile::id).toList();
  }

  @Override
  public final void eraseReport(Tx tx, Caller caller, String reportKey) {
    store.removeOfReport(tx, caller, reportKey);
  }

  @Override
  public final void eraseIncident(Tx tx, Caller caller, String incidentId) {
    store.removeOfIncident(tx, caller, incidentId);
  }

  /**
   * Those of an incident, the reports' first.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public final List<F> list(Caller caller, String incidentId) {
    return transactions.read(tx -> ofIncident(tx, caller.with(Right.READ_REPORTS), incidentId));
  }

  /** The same within a transaction, for a caller with the right that is asked for. */
  protected final List<F> ofIncident(Tx tx, Caller reader, String incidentId) {
    if (incidents.find(tx, reader, incidentId).isEmpty()) {
      throw new NotFound("incident-unknown", Map.of("id", incidentId));
    }
    return store.ofIncident(tx, reader, incidentId);
  }
}
