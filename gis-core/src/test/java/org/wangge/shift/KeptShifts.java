package org.wangge.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Shifts and their log kept in memory, for one thread. */
final class KeptShifts implements ShiftStore {
  private final List<Shift> shifts = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();

  List<LogEntry> entries() {
    return entries;
  }

  @Override
  public void hold(Tx tx, Caller caller, String account) {}

  @Override
  public Optional<Shift> running(Tx tx, Caller caller, String account) {
    return shifts.stream()
        .filter(one -> one.endedAtOrNull() == null && one.account().equals(account))
        .findFirst();
  }

  @Override
  public List<Shift> runningAt(Tx tx, Caller caller, String area) {
    return shifts.stream()
        .filter(one -> one.endedAtOrNull() == null && one.area().equals(area))
        .toList();
  }

  @Override
  public Shift begin(Tx tx, Caller caller, Shift begun) {
    Shift kept =
        new Shift(shifts.size() + 1L, begun.area(), begun.account(), begun.begunAt(), null, false);
    shifts.add(kept);
    return kept;
  }

  @Override
  public void end(Tx tx, Caller caller, long id, Instant at) {
    shifts.replaceAll(
        one ->
            one.id() == id
                ? new Shift(id, one.area(), one.account(), one.begunAt(), at, false)
                : one);
  }

  @Override
  public LogEntry write(Tx tx, Caller caller, LogEntry entry) {
    int number = 1 + (int) entries.stream().filter(it -> it.area().equals(entry.area())).count();
    LogEntry kept =
        new LogEntry(
            entries.size() + 1L,
            entry.area(),
            number,
            entry.kind(),
            entry.at(),
            entry.account(),
            entry.text(),
            entry.link(),
            entry.generated());
    entries.add(kept);
    return kept;
  }

  @Override
  public Optional<LogEntry> find(Tx tx, Caller caller, String area, int number) {
    return entries.stream()
        .filter(one -> one.area().equals(area) && one.number() == number)
        .findFirst();
  }

  @Override
  public List<LogEntry> log(Tx tx, Caller caller, String area, long before, int limit) {
    return entries.stream()
        .filter(one -> one.area().startsWith(area) && one.id() < before)
        .sorted(Comparator.comparing(LogEntry::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public boolean erase(Tx tx, Caller caller, long id) {
    return entries.stream().anyMatch(one -> one.id() == id);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {}
}
