package org.wangge.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps who stands behind the staff codes. Reads are narrowed to those in charge of something in
 * the caller's scope, of which the ground of overlay areas counts by their own posts alone; who is
 * in charge of nothing is seen by those without limit. Thread-safe.
 */
public interface PersonStore {

  /** The person of a code, if in the caller's scope. */
  Optional<Person> find(Tx tx, Caller caller, String code);

  /** People in the order of their codes. */
  List<Person> list(Tx tx, Caller caller, PersonQuery query);

  /** The people of some codes, whoever asks; codes that are not known are left out. */
  Map<String, Person> known(Tx tx, Collection<String> codes);

  /** What some people are in charge of now; who has no post is left out. */
  Map<String, List<Post>> posts(Tx tx, Collection<String> codes);

  /** Codes of who lives in some grids, whoever asks, in order, by grid. */
  Map<String, List<String>> livingIn(Tx tx, Collection<String> grids);

  /**
   * Adds people.
   *
   * @throws org.wangge.fault.Conflict with code {@code person-taken} when a code is there already,
   *     erased or not
   */
  void add(Tx tx, Caller caller, List<Person> people);

  /**
   * Puts a new state of somebody in place of the one of the version before.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Person changed);

  /**
   * Erases what else is kept here of who has a code: from where and with what they signed in, and
   * what they call their devices and tokens. The accounts themselves stay: they are ids.
   */
  void eraseTraces(Tx tx, Caller caller, String code);

  /** Whether nobody was ever added. */
  boolean isEmpty(Tx tx);
}
