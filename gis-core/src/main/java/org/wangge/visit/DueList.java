package org.wangge.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Door;

/**
 * What is due: rules × doors × what their visits have come to. Nothing of it is kept. Immutable and
 * pure.
 *
 * @param rules that hold
 * @param standings of doors where somebody has been
 * @param marks of households that have any, by their place
 * @param zone whose months count
 */
record DueList(
    List<VisitRule> rules,
    Map<Long, Map<String, DoorStanding>> standings,
    Map<String, Set<MustSee>> marks,
    ZoneId zone) {

  static DueList of(
      List<VisitRule> rules,
      List<DoorStanding> standings,
      Map<String, Set<MustSee>> marks,
      ZoneId zone) {
    Map<Long, Map<String, DoorStanding>> byRule = new HashMap<>();
    for (DoorStanding one : standings) {
      byRule.computeIfAbsent(one.rule(), id -> new HashMap<>()).put(one.placeId(), one);
    }
    return new DueList(rules, byRule, marks, zone);
  }

  /** What is due at some doors, in their order; at one door rule by rule. */
  Stream<DueDoor> at(Stream<Door> doors, Instant now) {
    return doors.flatMap(
        door ->
            rules.stream()
                .filter(rule -> rule.isAbout(door, marksOf(door)))
                .flatMap(rule -> DueDoor.of(rule, door, standing(rule, door), zone, now).stream()));
  }

  Set<MustSee> marksOf(Door door) {
    return marks.getOrDefault(door.placeId(), Set.of());
  }

  DoorStanding standing(VisitRule rule, Door door) {
    DoorStanding known = standings.getOrDefault(rule.id(), Map.of()).get(door.placeId());
    return known == null ? DoorStanding.none(rule.id(), door.placeId()) : known;
  }

  /** The same building by building, the nearest first; within each the order stays. */
  static List<DueDoor> nearest(List<DueDoor> due, LatticePoint from) {
    Map<String, Double> meters = new HashMap<>();
    for (DueDoor one : due) {
      meters.merge(
          one.door().buildingId(), Geodesy.distanceMeters(from, one.door().at()), Math::min);
    }
    List<DueDoor> sorted = new ArrayList<>(due);
    sorted.sort(
        Comparator.comparing(
                (DueDoor one) -> Objects.requireNonNull(meters.get(one.door().buildingId())))
            .thenComparing(DueDoor::door)
            .thenComparing(one -> one.rule().id()));
    return sorted;
  }
}
