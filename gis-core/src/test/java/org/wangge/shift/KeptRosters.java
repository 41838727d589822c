package org.wangge.shift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Rosters kept in memory, for one thread. */
final class KeptRosters implements RosterStore {
  private final List<RosterEntry> entries = new ArrayList<>();
  private final List<String> held = new ArrayList<>();
  private int looks;
  private long last;

  int looks() {
    return looks;
  }

  List<String> held() {
    return held;
  }

  @Override
  public void hold(Tx tx, Caller caller, Collection<String> staff) {
    held.addAll(staff);
  }

  @Override
  public List<RosterEntry> of(Tx tx, Caller caller, Collection<String> areas, DutySpan span) {
    return all(tx, caller, span).stream().filter(one -> areas.contains(one.area())).toList();
  }

  @Override
  public List<RosterEntry> ofStaff(Tx tx, Caller caller, Collection<String> staff, DutySpan span) {
    return all(tx, caller, span).stream().filter(one -> staff.contains(one.staff())).toList();
  }

  @Override
  public List<RosterEntry> all(Tx tx, Caller caller, DutySpan span) {
    looks++;
    return entries.stream().filter(one -> one.span().meets(span)).toList();
  }

  @Override
  public Optional<RosterEntry> find(Tx tx, Caller caller, long id) {
    return entries.stream().filter(one -> one.id() == id).findFirst();
  }

  @Override
  public List<RosterEntry> add(Tx tx, Caller caller, List<RosterEntry> added) {
    List<RosterEntry> kept = new ArrayList<>();
    for (RosterEntry one : added) {
      last++;
      kept.add(
          new RosterEntry(last, one.area(), one.post(), one.staff(), one.span(), one.generated()));
    }
    entries.addAll(kept);
    return kept;
  }

  @Override
  public boolean remove(Tx tx, Caller caller, long id) {
    return entries.removeIf(one -> one.id() == id);
  }
}
