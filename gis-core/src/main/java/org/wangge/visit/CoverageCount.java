package org.wangge.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wangge.place.Door;

/**
 * Counts coverage, building unit by building unit. A door counts once for each rule by which it had
 * to be seen by the end of the span, also where it is late from before. Pure.
 */
final class CoverageCount {
  private final DueList rules;
  private final Map<Long, Map<String, DoorPast>> past = new HashMap<>();
  private final ZoneId zone;

  /**
   * Makes it.
   *
   * @param rules with what their doors come to today
   * @param past of doors where somebody has been
   */
  CoverageCount(DueList rules, List<DoorPast> past, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
    for (DoorPast one : past) {
      this.past.computeIfAbsent(one.rule(), id -> new HashMap<>()).put(one.placeId(), one);
    }
  }

  /**
   * What some doors come to.
   *
   * @param to the end of the span
   */
  List<Coverage> of(Stream<Door> doors, Instant to) {
    Map<String, Coverage> units = new LinkedHashMap<>();
    doors.forEach(
        door ->
            rules.rules().stream()
                .filter(rule -> rule.begun().isBefore(to))
                .filter(rule -> rule.isAbout(door, rules.marksOf(door)))
                .filter(rule -> !rules.standing(rule, door).isGone())
                .forEach(rule -> add(units, rule, door, to)));
    return new ArrayList<>(units.values());
  }

  private void add(Map<String, Coverage> units, VisitRule rule, Door door, Instant to) {
    DoorPast known = past.getOrDefault(rule.id(), Map.of()).get(door.placeId());
    DoorPast one = known == null ? DoorPast.none(rule.id(), door.placeId()) : known;
    if (rule.plan().rhythm().next(rule.begun(), one.beforeOrNull(), zone).dueBy().isAfter(to)) {
      return;
    }
    Coverage counted =
        new Coverage(
            door.grid(),
            door.unitId(),
            door.building(),
            1,
            one.seen() ? 1 : 0,
            one.settled() && !one.seen() ? 1 : 0,
            one.tried() && !one.settled() ? 1 : 0);
    units.merge(door.grid() + " " + door.unitId(), counted, Coverage::and);
  }
}
