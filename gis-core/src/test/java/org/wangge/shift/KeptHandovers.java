package org.wangge.shift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Handover sheets kept in memory, for one thread. */
final class KeptHandovers implements HandoverStore {
  private final Map<Long, Handover> sheets = new LinkedHashMap<>();

  /** Puts another in its place, as nobody is meant to. */
  void forge(Handover sheet) {
    sheets.put(sheet.id(), sheet);
  }

  @Override
  public void hold(Tx tx, Caller caller, long id) {}

  @Override
  public Optional<Handover> find(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(sheets.get(id)).filter(it -> caller.scope().covers(it.area()));
  }

  @Override
  public List<Handover> list(Tx tx, Caller caller, String area, long before, int limit) {
    return sheets.values().stream().filter(it -> it.area().startsWith(area)).toList();
  }

  @Override
  public Handover add(Tx tx, Caller caller, Handover begun) {
    Handover kept =
        new Handover(
            sheets.size() + 1L,
            begun.version(),
            begun.area(),
            begun.outgoing(),
            begun.since(),
            begun.takenAt(),
            false,
            begun.remarks(),
            begun.answer(),
            begun.items(),
            begun.signatures(),
            begun.generated());
    sheets.put(kept.id(), kept);
    return kept;
  }

  @Override
  public void change(Tx tx, Caller caller, Handover changed) {
    sheets.put(changed.id(), changed);
  }

  @Override
  public void erase(Tx tx, Caller caller, long id) {
    Handover one = find(tx, caller, id).orElseThrow();
    sheets.put(
        id,
        new Handover(
            one.id(),
            one.version(),
            one.area(),
            one.outgoing(),
            one.since(),
            one.takenAt(),
            one.withdrawn(),
            new Handover.Words("", one.remarks().hash()),
            new Handover.Words("", one.answer().hash()),
            one.items(),
            one.signatures(),
            one.generated()));
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {}
}
