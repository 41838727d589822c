package org.wangge.emergency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Emergencies kept in memory, for one thread. */
final class KeptEmergencies implements EmergencyStore {
  private final Map<Long, Emergency> emergencies = new LinkedHashMap<>();
  private final Map<String, EmergencyCall> calls = new LinkedHashMap<>();
  private final Map<Long, EmergencyReport> reports = new HashMap<>();

  @Override
  public void hold(Tx tx, Caller caller, long id) {}

  @Override
  public Optional<Emergency> find(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(emergencies.get(id))
        .filter(one -> one.gridCodes().stream().anyMatch(caller.scope()::covers));
  }

  @Override
  public List<Emergency> list(Tx tx, Caller caller, boolean lasting, long before, int limit) {
    return emergencies.values().stream()
        .filter(one -> find(tx, caller, one.id()).isPresent())
        .filter(one -> one.isLasting() || !lasting)
        .limit(limit)
        .toList();
  }

  @Override
  public Set<String> taken(Tx tx, Collection<String> grids) {
    return grids.stream()
        .filter(grid -> lastingIn(tx, grid).isPresent())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Emergency> lastingIn(Tx tx, String grid) {
    return emergencies.values().stream()
        .filter(Emergency::isLasting)
        .filter(one -> one.grid(grid).isPresent())
        .findFirst();
  }

  @Override
  public int lastingBelow(Tx tx, String area) {
    return 0;
  }

  @Override
  public Emergency add(Tx tx, Caller caller, Emergency declared) {
    Emergency kept =
        new Emergency(
            emergencies.size() + 1L,
            1,
            declared.plan(),
            declared.grids(),
            declared.campaignOrNull(),
            declared.declared(),
            null);
    emergencies.put(kept.id(), kept);
    return kept;
  }

  @Override
  public void change(Tx tx, Caller caller, Emergency changed) {
    Conflict.unlessNewest(
        changed.version() - 1, find(tx, Caller.upkeep(), changed.id()).orElseThrow().version());
    emergencies.put(changed.id(), changed);
  }

  private static String key(EmergencyCall call) {
    return call.emergency() + "/" + call.staff();
  }

  @Override
  public void ask(Tx tx, Caller caller, List<EmergencyCall> asked) {
    asked.forEach(call -> calls.put(key(call), call));
  }

  @Override
  public List<EmergencyCall> calls(Tx tx, Caller caller, long id) {
    return new ArrayList<>(calls.values()).stream().filter(one -> one.emergency() == id).toList();
  }

  @Override
  public List<EmergencyCall> callsOf(Tx tx, String staff) {
    return calls.values().stream()
        .filter(one -> one.staff().equals(staff))
        .filter(one -> find(tx, Caller.upkeep(), one.emergency()).orElseThrow().isLasting())
        .toList();
  }

  @Override
  public void reply(Tx tx, Caller caller, EmergencyCall replied) {
    calls.put(key(replied), replied);
  }

  @Override
  public void file(Tx tx, Caller caller, long id, EmergencyReport report) {
    reports.put(id, report);
  }

  @Override
  public Optional<EmergencyReport> report(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(reports.get(id));
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {}
}
