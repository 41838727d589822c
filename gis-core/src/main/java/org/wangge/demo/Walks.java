package org.wangge.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wangge.grid.Area;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.place.StreetGraph;

/**
 * Who walks where: every grid's worker along the streets of the grid, and pairs of auxiliary police
 * round the clock. A day's walks are drawn from the seed and the day alone and kept for the days
 * that are asked for again and again. Thread-safe.
 */
final class Walks {
  private static final int MOST_DAYS = 5;
  private static final double BESIDE_METERS = 1.2;

  /** Who stays behind changes from round to round. */
  private static final int NEXT_TURN = 7;

  private final long seed;
  private final LocalFrame frame;
  private final StreetGraph graph;
  private final Map<String, String> workers = new TreeMap<>();
  private final List<String> police = new ArrayList<>();
  private final GridStreets streets;
  private final RecentDays<List<Walk>> days = new RecentDays<>(MOST_DAYS, this::draw);

  Walks(long seed, LocalFrame frame, StreetGraph graph, GridFinder finder, List<Area> grids) {
    this.seed = seed;
    this.frame = frame;
    this.graph = graph;
    this.streets = new GridStreets(frame, graph, finder);
    for (Area grid : grids) {
      staff(grid, Duty.GRID_WORKER)
          .filter(code -> !streets.of(grid.code()).isEmpty())
          .ifPresent(code -> workers.put(grid.code(), code));
      staff(grid, Duty.POLICE).ifPresent(police::add);
    }
  }

  private static Optional<String> staff(Area grid, Duty duty) {
    return grid.inCharge().stream()
        .filter(person -> person.duty() == duty)
        .map(InCharge::staffCode)
        .findFirst();
  }

  /** The tracks begun on a day, as far as they were walked by now. */
  List<Track> of(LocalDate day, Instant now) {
    List<Track> tracks = new ArrayList<>();
    for (Walk walk : days.of(day)) {
      List<Fix> fixes = walk.fixes().stream().filter(fix -> !fix.at().isAfter(now)).toList();
      if (!fixes.isEmpty()) {
        tracks.add(new Track(walk.id(), walk.staffCode(), fixes, true));
      }
    }
    return tracks;
  }

  /** Who is out at an instant, in the order of their codes. */
  List<Whereabouts> at(Instant instant) {
    return days.of(instant.atZone(IncidentBook.ZONE).toLocalDate()).stream()
        .filter(walk -> walk.path().holds(instant))
        .map(walk -> whereabouts(walk.staffCode(), walk.path().at(instant), frame))
        .sorted(Comparator.comparing(Whereabouts::who))
        .toList();
  }

  static Whereabouts whereabouts(String who, WalkedPath.Moment moment, LocalFrame frame) {
    double clockwise = 90 - StrictMath.toDegrees(moment.heading());
    return new Whereabouts(
        who,
        frame.at(moment.spot().x(), moment.spot().y()),
        (clockwise % 360 + 360) % 360,
        moment.walking(),
        moment.since());
  }

  /** What phones said after one instant and up to another, in order. */
  List<DeviceFix> fixes(Instant after, Instant upTo) {
    List<DeviceFix> all = new ArrayList<>();
    LocalDate last = upTo.atZone(IncidentBook.ZONE).toLocalDate();
    LocalDate day = after.atZone(IncidentBook.ZONE).toLocalDate();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      for (Walk walk : days.of(day)) {
        if (walk.path().end().isAfter(after) && !walk.path().start().isAfter(upTo)) {
          walk.fixes().stream()
              .filter(fix -> fix.at().isAfter(after) && !fix.at().isAfter(upTo))
              .forEach(fix -> all.add(new DeviceFix(walk.staffCode(), fix)));
        }
      }
    }
    all.sort(
        Comparator.comparing((DeviceFix one) -> one.fix().at())
            .thenComparing(DeviceFix::staffCode));
    return all;
  }

  private List<Walk> draw(LocalDate day) {
    List<Walk> walks = new ArrayList<>();
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    for (int crew = 0; crew < Round.CREWS; crew++) {
      List<String> grids = crew(day, crew);
      for (int place = 0; place < grids.size(); place++) {
        String grid = grids.get(place);
        Dice dice = Dice.of(seed, "walks", day.toEpochDay(), Long.parseLong(grid));
        for (int number = 0; number < Round.OF_A_DAY.size(); number++) {
          Round round = Round.OF_A_DAY.get(number);
          LocalTime from = round.from().plusSeconds(dice.whole(0, round.spreadSeconds()));
          Duration length = round.length(dice);
          int turn = (place + number * NEXT_TURN) % grids.size();
          if (round.crew() == crew && turn < round.takers(grids.size(), weekend)) {
            String worker = workers.getOrDefault(grid, "");
            walks.add(walk(day, from, length, worker, streets.of(grid)));
          }
        }
      }
    }
    for (int pair = 0; pair < Beat.PAIRS; pair++) {
      patrol(day, pair, walks);
    }
    walks.sort(Comparator.comparing((Walk walk) -> walk.path().start()).thenComparing(Walk::id));
    return walks;
  }

  /** The grids whose workers are in a crew that day: every day is dealt anew. */
  private List<String> crew(LocalDate day, int crew) {
    Dice dice = Dice.of(seed, "crews", day.toEpochDay());
    List<String> left = new ArrayList<>(workers.keySet());
    List<String> grids = new ArrayList<>();
    for (int dealt = 0; !left.isEmpty(); dealt++) {
      String grid = left.remove(dice.whole(0, left.size() - 1));
      if (dealt % Round.CREWS == crew) {
        grids.add(grid);
      }
    }
    return grids;
  }

  private void patrol(LocalDate day, int pair, List<Walk> walks) {
    List<StreetGraph.Edge> beat = streets.ofCommunity(pair + (int) (day.toEpochDay() % 7));
    for (Beat part : Beat.ofPair(pair)) {
      int first = (part.shift() * Beat.PAIRS + pair) * 2;
      if (first + 1 < police.size()) {
        Walk walk = walk(day, part.from(), part.length(), police.get(first), beat);
        walks.add(walk);
        WalkedPath beside = walk.path().beside(BESIDE_METERS);
        walks.add(finished(day, part.from(), police.get(first + 1), beside));
      }
    }
  }

  private Walk walk(
      LocalDate day,
      LocalTime from,
      Duration length,
      String staffCode,
      List<StreetGraph.Edge> along) {
    Instant start = day.atTime(from).atZone(IncidentBook.ZONE).toInstant();
    Walker walker = new Walker(graph, frame, dice("walk", day, from, staffCode), length);
    return finished(day, from, staffCode, walker.roam(along, start));
  }

  private Walk finished(LocalDate day, LocalTime from, String staffCode, WalkedPath path) {
    String id =
        "track-%s-%s-%s"
            .formatted(
                DateTimeFormatter.BASIC_ISO_DATE.format(day),
                staffCode,
                DateTimeFormatter.ofPattern("HHmm").format(from));
    Device device = new Device(frame, dice("device", day, from, staffCode));
    return new Walk(id, staffCode, path, device.follow(path));
  }

  private Dice dice(String purpose, LocalDate day, LocalTime from, String staffCode) {
    return Dice.of(seed, purpose + staffCode, day.toEpochDay(), from.toSecondOfDay());
  }
}
