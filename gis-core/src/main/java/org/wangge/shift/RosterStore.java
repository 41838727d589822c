package org.wangge.shift;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps rosters; what was taken off stays on record. Thread-safe. */
public interface RosterStore {

  /** Keeps everybody else from putting some people on rosters until this transaction ends. */
  void hold(Tx tx, Caller caller, Collection<String> staff);

  /** Who is on duty in some areas, and not below them, at some time of a span. */
  List<RosterEntry> of(Tx tx, Caller caller, Collection<String> areas, DutySpan span);

  /** When some people are on duty anywhere, at some time of a span. */
  List<RosterEntry> ofStaff(Tx tx, Caller caller, Collection<String> staff, DutySpan span);

  /** Everybody's times on duty in a span, wherever. */
  List<RosterEntry> all(Tx tx, Caller caller, DutySpan span);

  /** One that was not taken off. */
  Optional<RosterEntry> find(Tx tx, Caller caller, long id);

  /** Adds some and gives them their ids. */
  List<RosterEntry> add(Tx tx, Caller caller, List<RosterEntry> entries);

  /** Takes one off; false where it is off already. */
  boolean remove(Tx tx, Caller caller, long id);
}
