package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Works out what tracks become when more fixes of their people are known. Whatever was known of an
 * instant stands. Thread-safe.
 */
final class TrackGrowth {
  private static final Comparator<Instant> NATURAL = Comparator.naturalOrder();

  private static final int MOST_NAMED = 500;

  private final TrackStore store;
  private final TrackCut cut;

  TrackGrowth(TrackStore store, TrackCut cut) {
    this.store = store;
    this.cut = cut;
  }

  /**
   * What becomes of the tracks of some people.
   *
   * @param given ids of tracks that give way
   * @param grown what takes their place; empty where nothing new was said
   */
  record Grown(Set<String> given, List<Track> grown) {}

  /** What becomes of all tracks that some fixes belong to or lie near. Changes nothing. */
  Grown of(Tx tx, List<PersonFixes> said) {
    Map<String, Person> people = new TreeMap<>();
    for (PersonFixes one : said) {
      people.computeIfAbsent(one.staffCode(), Person::new).hear(one);
    }
    Set<String> given = new HashSet<>();
    List<Track> grown = new ArrayList<>();
    Map<String, List<Track>> known = known(tx, people);
    for (Person person : people.values()) {
      List<Track> near =
          known.getOrDefault(person.staffCode, List.of()).stream()
              .filter(person::isNear)
              .sorted(Comparator.comparing(Track::from))
              .toList();
      near.forEach(person::walked);
      List<Track> after = cut.cut(person.staffCode, person.fixes.values(), person.generated);
      if (!after.equals(near)) {
        near.forEach(track -> given.add(track.id()));
        grown.addAll(after);
      }
    }
    return new Grown(given, grown);
  }

  private Map<String, List<Track>> known(Tx tx, Map<String, Person> people) {
    Instant from = people.values().stream().map(Person::from).min(NATURAL).orElse(Instant.MAX);
    Instant to = people.values().stream().map(Person::to).max(NATURAL).orElse(Instant.MIN);
    return from.isAfter(to)
        ? Map.of()
        : store.during(tx, Caller.upkeep(), few(people.keySet()), from, to).stream()
            .collect(Collectors.groupingBy(Track::staffCode));
  }

  /** None, for anybody, where it is about so many that to name them is no shorter. */
  private static Set<String> few(Set<String> codes) {
    return codes.size() > MOST_NAMED ? Set.of() : codes;
  }

  /** What is heard of one person. */
  private static final class Person {
    private final String staffCode;
    private final NavigableMap<Instant, Fix> fixes = new TreeMap<>();
    private boolean generated = true;
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;

    Person(String staffCode) {
      this.staffCode = staffCode;
    }

    void hear(PersonFixes said) {
      generated &= said.generated();
      said.fixes().forEach(fix -> fixes.putIfAbsent(fix.at(), fix));
      from = fixes.firstKey().minus(TrackCut.LONGEST_PAUSE);
      to = fixes.lastKey().plus(TrackCut.LONGEST_PAUSE);
    }

    Instant from() {
      return from;
    }

    Instant to() {
      return to;
    }

    boolean isNear(Track track) {
      return !track.to().isBefore(from) && !track.from().isAfter(to);
    }

    void walked(Track track) {
      generated &= track.generated();
      track.fixes().forEach(fix -> fixes.put(fix.at(), fix));
    }
  }
}
