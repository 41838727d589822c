package org.wangge.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.limit.StageClock;

/** Keeps incidents. Reads are narrowed to the caller's scope. Thread-safe. */
public interface IncidentStore {

  /** The incident of an id, if it lies in the caller's scope. */
  Optional<Incident> find(Tx tx, Caller caller, String id);

  /** Keeps everybody else from changing an incident until this transaction ends. */
  void hold(Tx tx, Caller caller, String id);

  /** Incidents in the order of their ids. */
  List<Incident> list(Tx tx, Caller caller, IncidentQuery query);

  /** How many there are in an area of the tree and below it. */
  Count count(Tx tx, Caller caller, String areaCode);

  /**
   * Adds incidents.
   *
   * @throws org.wangge.fault.Conflict with code {@code incident-taken} when an id is there already
   */
  void add(Tx tx, Caller caller, List<Incident> incidents);

  /**
   * Puts a new state of an incident in place of the one of the version before.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Incident changed);

  /** Adds what was done to an incident. */
  void addDeed(Tx tx, Caller caller, Deed deed);

  /**
   * Keeps clocks of incidents that have ended, for what is asked of them later.
   *
   * @param ended by the ids of the incidents
   */
  void addEnded(Tx tx, Caller caller, Map<String, List<StageClock>> ended);

  /** The clocks of an incident of the caller's scope that have ended, in their order. */
  List<StageClock> ended(Tx tx, Caller caller, String id);

  /**
   * Open incidents in no grid that the caller may see, in the order of their ids.
   *
   * @param afterId only ids after this one, for paging; empty for the first page
   */
  List<Incident> placeless(Tx tx, Caller caller, String afterId, int limit);

  /** What was done to an incident of the caller's scope, oldest first. */
  List<Deed> deeds(Tx tx, Caller caller, String id);

  /** The report of a key. */
  Optional<FiledReport> findReport(Tx tx, String key);

  /** The incident that the holder of a token may follow, by its hash. */
  Optional<Incident> findByToken(Tx tx, String tokenHash);

  /**
   * Lets the holders of tokens follow reports. Nothing changes where that is so.
   *
   * @param hashes of the tokens, by the keys of the reports
   */
  void addTokens(Tx tx, Caller caller, Map<String, String> hashes);

  /**
   * Adds reports.
   *
   * @throws org.wangge.fault.Conflict with code {@code report-key-taken} when a key is there
   *     already
   */
  void addReports(Tx tx, Caller caller, List<FiledReport> reports);

  /** Those of some keys that are on record already. */
  Set<String> knownKeys(Tx tx, Collection<String> keys);

  /**
   * Takes numbers of a day that nobody else gets, without a gap as far as transactions commit.
   *
   * @param day as yyyymmdd
   * @return the first of {@code count} numbers in a row
   */
  int takeNumbers(Tx tx, String day, int count);

  /**
   * A count of incidents.
   *
   * @param open those that wait for someone
   * @param total all
   */
  record Count(int open, int total) {}
}
