package org.wangge.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.place.Door;

/** Visits kept in memory, for one thread. */
final class KeptVisits implements VisitStore {
  private final Map<Long, VisitRule> rules = new LinkedHashMap<>();
  private final Map<String, Facts> facts = new HashMap<>();
  private final List<Visit> visits = new ArrayList<>();
  private final Map<String, Marks> marks = new HashMap<>();
  final Set<String> erased = new HashSet<>();

  @Override
  public List<VisitRule> rules(Tx tx, Caller caller, boolean retiredToo) {
    return rules.values().stream().filter(one -> retiredToo || !one.retired()).toList();
  }

  @Override
  public Optional<VisitRule> findRule(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(rules.get(id));
  }

  @Override
  public Facts facts(Tx tx, Caller caller, long rule, int version) {
    return facts.getOrDefault(rule + " " + version, new Facts(List.of()));
  }

  @Override
  public VisitRule addRule(Tx tx, Caller caller, VisitRule begun) {
    VisitRule kept =
        new VisitRule(
            rules.size() + 1L, 1, begun.plan(), begun.begun(), begun.retired(), begun.generated());
    changeRule(tx, caller, kept);
    return kept;
  }

  @Override
  public void changeRule(Tx tx, Caller caller, VisitRule changed) {
    rules.put(changed.id(), changed);
    facts.put(changed.id() + " " + changed.version(), changed.plan().facts());
  }

  @Override
  public void hold(Tx tx, Caller caller, long rule, Door door) {}

  @Override
  public DoorStanding standing(Tx tx, Caller caller, long rule, String placeId) {
    return DoorStanding.of(rule, placeId, visits(tx, caller, rule, placeId));
  }

  @Override
  public List<DoorStanding> standings(Tx tx, Caller caller, @Nullable String areaOrNull) {
    Set<DoorStanding> all = new LinkedHashSet<>();
    visits.forEach(one -> all.add(standing(tx, caller, one.rule(), one.door().placeId())));
    return List.copyOf(all);
  }

  @Override
  public List<Visit> visits(Tx tx, Caller caller, long rule, String placeId) {
    return visits.stream()
        .filter(one -> one.rule() == rule && one.door().placeId().equals(placeId))
        .toList();
  }

  @Override
  public List<Visit> history(Tx tx, Caller caller, String placeId, int limit) {
    return visits.stream()
        .filter(one -> one.door().placeId().equals(placeId))
        .sorted(Comparator.comparing((Visit one) -> one.times().heldAt()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Visit> findKey(Tx tx, Caller caller, long rule, String key) {
    return visits.stream().filter(one -> one.rule() == rule && one.key().equals(key)).findFirst();
  }

  @Override
  public void add(Tx tx, Caller caller, Visit visit, DoorStanding standing) {
    visits.add(visit);
  }

  @Override
  public List<DoorPast> past(
      Tx tx, Caller caller, @Nullable String areaOrNull, Instant since, Instant from, Instant to) {
    Map<String, DoorPast> past = new LinkedHashMap<>();
    for (Visit one : Visit.standing(visits)) {
      Instant held = one.times().heldAt();
      String place = one.door().placeId();
      DoorPast known = past.getOrDefault(one.rule() + place, DoorPast.none(one.rule(), place));
      boolean settles = one.said().outcome().settles();
      boolean within = !held.isBefore(from) && held.isBefore(to);
      past.put(
          one.rule() + place,
          new DoorPast(
              one.rule(),
              place,
              settles && held.isBefore(from) ? held : known.beforeOrNull(),
              known.seen() || (within && one.said().outcome() == VisitOutcome.MET),
              known.settled() || (within && settles),
              known.tried() || within));
    }
    return List.copyOf(past.values());
  }

  @Override
  public Map<String, Set<MustSee>> marks(Tx tx, Caller caller, @Nullable String areaOrNull) {
    Map<String, Set<MustSee>> all = new HashMap<>();
    marks.forEach((place, one) -> all.put(place, one.kinds()));
    return all;
  }

  @Override
  public Marks marksOf(Tx tx, Caller caller, String placeId) {
    return marks.getOrDefault(placeId, Marks.NONE);
  }

  @Override
  public void mark(Tx tx, Caller caller, Door door, Marks given) {
    marks.put(door.placeId(), given);
  }

  @Override
  public void erase(Tx tx, Caller caller, String placeId) {
    erased.add(placeId);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {}
}
