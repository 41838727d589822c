package org.wangge.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Campaigns kept in memory, for one thread. */
final class KeptCampaigns implements CampaignStore {
  private final Map<Long, Campaign> campaigns = new LinkedHashMap<>();
  private final Map<Long, List<CampaignUnit>> units = new HashMap<>();
  private final Map<String, Integer> keys = new HashMap<>();

  @Override
  public Optional<Campaign> find(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(campaigns.get(id)).filter(one -> !units(caller, id).isEmpty());
  }

  private List<CampaignUnit> units(Caller caller, long id) {
    return Objects.requireNonNull(units.get(id)).stream()
        .filter(one -> caller.scope().covers(one.spot().grid(), one.spot().at()))
        .toList();
  }

  @Override
  public List<Campaign> list(
      Tx tx, Caller caller, @Nullable String areaOrNull, long before, int limit) {
    return campaigns.values().stream()
        .filter(one -> find(tx, caller, one.id()).isPresent())
        .limit(limit)
        .toList();
  }

  @Override
  public Campaign add(Tx tx, Caller caller, Campaign opened, List<CampaignUnit.Spot> spots) {
    long id = campaigns.size() + 1L;
    Campaign kept =
        new Campaign(id, opened.version(), opened.plan(), opened.units(), opened.opened(), null);
    campaigns.put(id, kept);
    List<CampaignUnit> all = new ArrayList<>();
    spots.forEach(spot -> all.add(new CampaignUnit(all.size() + 1, spot, 0, null, null)));
    units.put(id, all);
    return kept;
  }

  @Override
  public void change(Tx tx, Caller caller, Campaign changed) {
    campaigns.put(changed.id(), changed);
  }

  @Override
  public void holdUnit(Tx tx, Caller caller, long id, int number) {}

  @Override
  public Optional<CampaignUnit> findUnit(Tx tx, Caller caller, long id, int number) {
    return units(caller, id).stream().filter(one -> one.number() == number).findFirst();
  }

  @Override
  public List<CampaignUnit> listUnits(Tx tx, Caller caller, long id, UnitQuery query) {
    return units(caller, id);
  }

  @Override
  public Optional<Integer> findKey(Tx tx, Caller caller, long id, String key) {
    return Optional.ofNullable(keys.get(id + " " + key));
  }

  @Override
  public void answer(Tx tx, Caller caller, long id, CampaignUnit answered) {
    List<CampaignUnit> all = Objects.requireNonNull(units.get(id));
    if (all.get(answered.number() - 1).version() != answered.version() - 1) {
      throw Conflict.version(answered.version() - 1, answered.version());
    }
    all.set(answered.number() - 1, answered);
    keys.put(id + " " + Objects.requireNonNull(answered.answerOrNull()).key(), answered.number());
  }

  @Override
  public List<Tally> progress(Tx tx, Caller caller, long id) {
    return units(caller, id).stream()
        .map(
            one ->
                new Tally(
                    one.spot().grid(),
                    one.spot().unitId(),
                    one.spot().building(),
                    1,
                    one.answerOrNull() == null ? 0 : 1,
                    Optional.ofNullable(one.answerOrNull()).filter(a -> a.hazards() > 0).isEmpty()
                        ? 0
                        : 1))
        .toList();
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, long id, int number, Set<Integer> questions) {
    List<CampaignUnit> all = Objects.requireNonNull(units.get(id));
    CampaignUnit unit = all.get(number - 1);
    UnitAnswer answer = Objects.requireNonNull(unit.answerOrNull());
    Map<Integer, String> left = new LinkedHashMap<>(answer.values());
    left.keySet().removeAll(questions);
    all.set(
        number - 1,
        new CampaignUnit(
            number,
            unit.spot(),
            unit.version(),
            new UnitAnswer(answer.key(), answer.at(), answer.account(), left, answer.hazards()),
            unit.declaredOrNull()));
  }

  @Override
  public void declare(Tx tx, Caller caller, long id, List<Declared> declared) {
    List<CampaignUnit> all = Objects.requireNonNull(units.get(id));
    for (int i = 0; i < declared.size(); i++) {
      CampaignUnit bare = all.get(i);
      all.set(i, new CampaignUnit(i + 1, bare.spot(), 0, null, declared.get(i)));
    }
  }

  @Override
  public void eraseDeclared(Tx tx, Caller caller, long id, int number) {}

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {}
}
