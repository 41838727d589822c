package org.wangge.errand;

import java.util.Collection;
import java.util.List;
import org.wangge.event.Tx;

/** Who can be sent on an errand: declared here, known where accounts are. Thread-safe. */
@FunctionalInterface
public interface ErrandVolunteers {

  /** Accounts in use that may take errands at a place, in the order of their ids. */
  List<String> at(Tx tx, Errand.Place place);

  /** Whether all of some accounts may. */
  default boolean areAt(Tx tx, Errand.Place place, Collection<String> accounts) {
    return at(tx, place).containsAll(accounts);
  }
}
