package org.wangge.campaign;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps campaigns. Reads are narrowed to the caller's scope: a campaign is there for whom one of
 * its units is. Thread-safe; every call belongs to its transaction.
 */
public interface CampaignStore {

  Optional<Campaign> find(Tx tx, Caller caller, long id);

  /**
   * Campaigns, the newest first.
   *
   * @param areaOrNull code of an area in which they have a unit; null for wherever
   * @param before only those of a smaller id
   */
  List<Campaign> list(Tx tx, Caller caller, @Nullable String areaOrNull, long before, int limit);

  /** Adds one with all its units, numbered in their order; its id is given here. */
  Campaign add(Tx tx, Caller caller, Campaign opened, List<CampaignUnit.Spot> spots);

  /** Adds what was declared, in the order of the units. */
  void declare(Tx tx, Caller caller, long id, List<Declared> declared);

  /** Takes away who has declared what at a unit; the number of the form stays. */
  void eraseDeclared(Tx tx, Caller caller, long id, int number);

  /**
   * Puts a new state in place of the one of the version before.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Campaign changed);

  /** Keeps everybody else from answering at a unit until this transaction ends. */
  void holdUnit(Tx tx, Caller caller, long id, int number);

  Optional<CampaignUnit> findUnit(Tx tx, Caller caller, long id, int number);

  /** Units in the order of their numbers. */
  List<CampaignUnit> listUnits(Tx tx, Caller caller, long id, UnitQuery query);

  /** Of which unit an answer with a key is kept already. */
  Optional<Integer> findKey(Tx tx, Caller caller, long id, String key);

  /**
   * Keeps the last answer of a unit. Answers before it stay on record.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void answer(Tx tx, Caller caller, long id, CampaignUnit answered);

  /** How far a campaign has come: one for each building unit, in the order of their codes. */
  List<Tally> progress(Tx tx, Caller caller, long id);

  /** Takes what was answered to some questions at a unit out of all its answers. */
  void eraseWords(Tx tx, Caller caller, long id, int number, Set<Integer> questions);

  /** Takes numbers of people out of what was answered in words. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
