package org.wangge.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Action;
import org.wangge.incident.Arrival;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.place.Building;
import org.wangge.place.StreetGraph;

/**
 * What happens in the town. Every incident has its whole course from the start, drawn from the seed
 * and its day; asked at an instant, it is as far as it has come by then. Thread-safe.
 */
final class IncidentBook {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** How many of a day's incidents fall into each hour, against the others. */
  private static final int[] BY_HOUR = {
    1, 1, 1, 1, 1, 2, 4, 8, 12, 14, 12, 9, 7, 7, 9, 12, 13, 11, 9, 8, 7, 5, 3, 2
  };

  /** What was reported longer ago than this is left as it is: a town has its forgotten cases. */
  private static final Duration LOOKED_AFTER = Duration.ofDays(40);

  /** Days kept drawn: what a simulator asks for again and again. */
  private static final int MOST_DAYS = 60;

  private static final List<Channel> CHANNELS =
      List.of(
          Channel.GRID_WORKER,
          Channel.GRID_WORKER,
          Channel.GRID_WORKER,
          Channel.GRID_WORKER,
          Channel.PHONE,
          Channel.PHONE,
          Channel.RESIDENT_PAGE,
          Channel.MINI_FORM,
          Channel.BUILDING_HEAD,
          Channel.MOBILE_REPORTER,
          Channel.CAMERA,
          Channel.SENSOR,
          Channel.DEPARTMENT,
          Channel.LETTER);

  private final long seed;
  private final LocalFrame frame;
  private final StreetGraph graph;
  private final List<Building> buildings;
  private final GridFinder finder;
  private final NavigableMap<LocalDate, List<Case>> days = new TreeMap<>();

  IncidentBook(
      long seed, LocalFrame frame, StreetGraph graph, List<Building> buildings, GridFinder finder) {
    this.seed = seed;
    this.frame = frame;
    this.graph = graph;
    this.buildings = buildings;
    this.finder = finder;
  }

  /**
   * What happens to one incident.
   *
   * @param key of its report: day and place in the day
   * @param reported the incident as it is reported
   * @param course what is done to it
   */
  private record Case(String key, Incident reported, Course course) {

    Arrival at(Instant now) {
      return new Arrival(key, reported, course.doneAt(now));
    }
  }

  /** The incidents reported on a day of the town's time zone, up to now, in order. */
  List<Arrival> of(LocalDate day, Instant now) {
    return casesOf(day).stream()
        .filter(one -> !one.reported().reportedAt().isAfter(now))
        .map(one -> one.at(now))
        .toList();
  }

  /** What happens after one instant and up to another, in order. */
  List<Happening> happenings(Instant after, Instant upTo) {
    List<Happening> all = new ArrayList<>();
    LocalDate last = upTo.atZone(ZONE).toLocalDate();
    LocalDate first = after.minus(LOOKED_AFTER).atZone(ZONE).toLocalDate();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      for (Case one : casesOf(day)) {
        add(all, one, one.reported().reportedAt(), null, after, upTo);
        one.course().all().forEach(done -> add(all, one, done.at(), done.action(), after, upTo));
      }
    }
    all.sort(Comparator.comparing(Happening::at).thenComparing(Happening::key));
    return all;
  }

  private static void add(
      List<Happening> all,
      Case one,
      Instant at,
      @Nullable Action action,
      Instant after,
      Instant upTo) {
    if (at.isAfter(after) && !at.isAfter(upTo)) {
      all.add(new Happening(at, one.key(), one.reported(), action));
    }
  }

  private synchronized List<Case> casesOf(LocalDate day) {
    if (days.size() > MOST_DAYS) {
      days.remove(days.firstKey());
    }
    return days.computeIfAbsent(day, this::draw);
  }

  private List<Case> draw(LocalDate day) {
    Dice dice = Dice.of(seed, "incidents", day.toEpochDay());
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    int count = weekend ? dice.whole(38, 56) : dice.whole(58, 88);
    List<Instant> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long second = hour(dice) * 3_600L + dice.whole(0, 3_599);
      reports.add(day.atStartOfDay(ZONE).plusSeconds(second).toInstant());
    }
    reports.sort(Comparator.naturalOrder());
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String number = DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-%04d".formatted(i + 1);
      Dice own = Dice.of(seed, "incident", day.toEpochDay(), i);
      cases.add(draw(number, reports.get(i), own));
    }
    return cases;
  }

  private Case draw(String number, Instant reported, Dice dice) {
    IncidentKinds.Kind kind = IncidentKinds.pick(dice);
    Course course = Course.of(reported, kind.limit(), dice);
    LatticePoint location = place(dice);
    Incident incident =
        Incident.reported(
            number,
            kind.category(),
            dice.pick(kind.conditions()),
            dice.pick(CHANNELS),
            location,
            finder.at(location).orElseThrow(),
            reported,
            true);
    return new Case("demo-" + number, incident, course);
  }

  private static int hour(Dice dice) {
    int lot = dice.whole(1, Arrays.stream(BY_HOUR).sum());
    int hour = 0;
    while (lot > BY_HOUR[hour]) {
      lot -= BY_HOUR[hour];
      hour++;
    }
    return hour;
  }

  /** In a building, or at the side of a street; always inside the town. */
  private LatticePoint place(Dice dice) {
    while (true) {
      LatticePoint point =
          dice.chance(0.45)
              ? dice.pick(buildings).footprint().labelPoint()
              : beside(dice.pick(graph.edges()), dice);
      if (finder.at(point).isPresent()) {
        return point;
      }
    }
  }

  private LatticePoint beside(StreetGraph.Edge edge, Dice dice) {
    int at = dice.whole(0, edge.line().size() - 2);
    Spot from = frame.spot(edge.line().get(at));
    Spot to = frame.spot(edge.line().get(at + 1));
    double aside = dice.between(-5, 5);
    Spot spot = from.toward(to, dice.unit()).move(from.directionTo(to), 0, aside);
    return frame.at(spot.x(), spot.y());
  }
}
