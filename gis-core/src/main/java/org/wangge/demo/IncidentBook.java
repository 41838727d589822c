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
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.incident.Step;
import org.wangge.place.Building;
import org.wangge.place.StreetGraph;

/**
 * What happens in the town. Every incident has its whole course from the start, drawn from the seed
 * and its day; asked at an instant, it is as far as it has come by then.
 */
final class IncidentBook {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** How many of a day's incidents fall into each hour, against the others. */
  private static final int[] BY_HOUR = {
    1, 1, 1, 1, 1, 2, 4, 8, 12, 14, 12, 9, 7, 7, 9, 12, 13, 11, 9, 8, 7, 5, 3, 2
  };

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

  IncidentBook(
      long seed, LocalFrame frame, StreetGraph graph, List<Building> buildings, GridFinder finder) {
    this.seed = seed;
    this.frame = frame;
    this.graph = graph;
    this.buildings = buildings;
    this.finder = finder;
  }

  /** The incidents reported on a day of the town's time zone, up to now, in order. */
  List<Incident> of(LocalDate day, Instant now) {
    Dice dice = Dice.of(seed, "incidents", day.toEpochDay());
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    int count = weekend ? dice.whole(38, 56) : dice.whole(58, 88);
    List<Instant> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long second = hour(dice) * 3_600L + dice.whole(0, 3_599);
      reports.add(day.atStartOfDay(ZONE).plusSeconds(second).toInstant());
    }
    reports.sort(Comparator.naturalOrder());
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < count && !reports.get(i).isAfter(now); i++) {
      String number = DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-%04d".formatted(i + 1);
      Dice own = Dice.of(seed, "incident", day.toEpochDay(), i);
      incidents.add(incident(number, reports.get(i), now, own));
    }
    return incidents;
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

  /** When each step of an incident is over. */
  private record Course(
      Instant checked, Instant filed, Instant dispatched, Instant handled, Instant verified) {

    static Course of(Instant reported, Duration limit, Dice dice) {
      Instant checked = reported.plusSeconds(wait(dice, 1_500));
      Instant filed = checked.plusSeconds(wait(dice, 900));
      double lot = dice.unit();
      double share =
          lot < 0.84
              ? dice.between(0.25, 0.96)
              : lot < 0.97 ? dice.between(1.02, 2.2) : dice.between(5, 30);
      double seconds = limit.toSeconds() * share;
      double waited = dice.chance(0.12) ? dice.between(0.2, 0.5) : dice.between(0.01, 0.1);
      return new Course(
          checked,
          filed,
          filed.plusSeconds((long) (seconds * waited)),
          filed.plusSeconds((long) (seconds * dice.between(0.6, 0.9))),
          filed.plusSeconds((long) seconds));
    }

    /** Mostly minutes, now and then half a day. */
    private static int wait(Dice dice, int usualSeconds) {
      return dice.chance(0.2) ? dice.whole(3_600, 50_000) : dice.whole(50, usualSeconds);
    }

    Step stepAt(Instant now) {
      if (now.isBefore(checked)) {
        return Step.COLLECT;
      }
      if (now.isBefore(filed)) {
        return Step.FILE;
      }
      if (now.isBefore(dispatched)) {
        return Step.DISPATCH;
      }
      if (now.isBefore(handled)) {
        return Step.HANDLE;
      }
      return now.isBefore(verified) ? Step.VERIFY : Step.EVALUATE;
    }
  }

  private Incident incident(String number, Instant reported, Instant now, Dice dice) {
    IncidentKinds.Kind kind = IncidentKinds.pick(dice);
    Course course = Course.of(reported, kind.limit(), dice);
    Step step = course.stepAt(now);
    boolean filed = !now.isBefore(course.filed);
    LatticePoint location = place(dice);
    return new Incident(
        "incident-" + number,
        number,
        kind.category().code(),
        step,
        kind.priority(),
        dice.pick(CHANNELS),
        location,
        finder.at(location).orElseThrow(),
        reported,
        filed ? course.filed : null,
        filed ? course.filed.plus(kind.limit()) : null,
        step.open() ? null : course.verified,
        true);
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
