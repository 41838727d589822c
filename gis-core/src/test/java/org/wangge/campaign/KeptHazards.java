package org.wangge.campaign;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Hazards and photos kept in memory, for one thread. */
final class KeptHazards implements HazardStore, RecheckPhotos {
  /** Photos that wait. */
  final Set<String> waiting = new HashSet<>();

  private final Map<Long, Hazard> hazards = new LinkedHashMap<>();

  @Override
  public void hold(Tx tx, Caller caller, long id) {}

  @Override
  public Optional<Hazard> find(Tx tx, Caller caller, long campaign, long id) {
    return list(tx, caller, campaign, HazardQuery.all()).stream()
        .filter(one -> one.id() == id)
        .findFirst();
  }

  @Override
  public List<Hazard> list(Tx tx, Caller caller, long campaign, HazardQuery query) {
    return hazards.values().stream()
        .filter(one -> one.campaign() == campaign)
        .filter(one -> caller.scope().covers(one.spot().grid(), one.spot().at()))
        .toList();
  }

  @Override
  public List<Hazard> ofUnit(Tx tx, Caller caller, long campaign, int number) {
    return list(tx, caller, campaign, HazardQuery.all()).stream()
        .filter(one -> one.number() == number)
        .toList();
  }

  @Override
  public Hazard add(Tx tx, Caller caller, Hazard found) {
    Hazard kept = found.withId(hazards.size() + 1L);
    hazards.put(kept.id(), kept);
    return kept;
  }

  @Override
  public void change(Tx tx, Caller caller, Hazard changed) {
    hazards.put(changed.id(), changed);
  }

  @Override
  public boolean take(Tx tx, Caller caller, String id) {
    return waiting.remove(id);
  }

  @Override
  public Optional<byte[]> picture(Tx tx, Caller caller, String id, boolean small) {
    return Optional.of(new byte[] {(byte) (small ? 1 : 2)});
  }
}
