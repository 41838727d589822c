package org.wangge.demo;

import java.time.DayOfWeek;
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

/** Sends every grid's worker along the streets of the grid, mornings and some afternoons. */
final class Walks {
  private final long seed;
  private final LocalFrame frame;
  private final StreetGraph graph;
  private final GridFinder finder;
  private final Map<String, String> workers = new TreeMap<>();
  private final Map<String, List<StreetGraph.Edge>> streets = new TreeMap<>();

  Walks(long seed, LocalFrame frame, StreetGraph graph, GridFinder finder, List<Area> grids) {
    this.seed = seed;
    this.frame = frame;
    this.graph = graph;
    this.finder = finder;
    for (Area grid : grids) {
      grid.inCharge().stream()
          .filter(person -> person.duty() == Duty.GRID_WORKER)
          .map(InCharge::staffCode)
          .findFirst()
          .ifPresent(code -> workers.put(grid.code(), code));
    }
    graph.edges().forEach(this::sortIn);
  }

  /** A street belongs to the grids on both its sides. */
  private void sortIn(StreetGraph.Edge edge) {
    int middle = (edge.line().size() - 1) / 2;
    Spot from = frame.spot(edge.line().get(middle));
    Spot to = frame.spot(edge.line().get(middle + 1));
    Optional<String> before = Optional.empty();
    for (double side : new double[] {2, -2}) {
      Spot beside = from.toward(to, 0.5).move(from.directionTo(to), 0, side);
      Optional<String> grid = finder.at(frame.at(beside.x(), beside.y()));
      if (grid.isPresent() && !grid.equals(before)) {
        streets.computeIfAbsent(grid.get(), key -> new ArrayList<>()).add(edge);
      }
      before = grid;
    }
  }

  /** The tracks begun on a day, as far as they were walked by now. */
  List<Track> of(LocalDate day, Instant now) {
    List<Track> tracks = new ArrayList<>();
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    workers.forEach(
        (grid, worker) -> {
          Dice dice = Dice.of(seed, "walks", day.toEpochDay(), Long.parseLong(grid));
          if (dice.chance(weekend ? 0.35 : 0.93)) {
            LocalTime start = LocalTime.of(8, 20).plusSeconds(dice.whole(0, 4_200));
            walk(day, start, dice.whole(65, 125), grid, worker, now).ifPresent(tracks::add);
          }
          if (dice.chance(weekend ? 0.15 : 0.6)) {
            LocalTime start = LocalTime.of(14, 25).plusSeconds(dice.whole(0, 4_800));
            walk(day, start, dice.whole(45, 100), grid, worker, now).ifPresent(tracks::add);
          }
        });
    tracks.sort(Comparator.comparing(Track::from).thenComparing(Track::id));
    return tracks;
  }

  private Optional<Track> walk(
      LocalDate day, LocalTime start, int minutes, String grid, String worker, Instant now) {
    Instant from = day.atTime(start).atZone(IncidentBook.ZONE).toInstant();
    if (from.isAfter(now)) {
      return Optional.empty();
    }
    Dice dice = Dice.of(seed, "walk", day.toEpochDay(), Long.parseLong(grid), start.getHour());
    Walker walker = new Walker(graph, frame, dice, from, from.plusSeconds(60L * minutes));
    walker.roam(streets.getOrDefault(grid, List.of()));
    String id =
        "track-"
            + DateTimeFormatter.BASIC_ISO_DATE.format(day)
            + "-"
            + grid
            + "-"
            + start.getHour();
    List<Fix> fixes = walker.fixes().stream().filter(fix -> !fix.at().isAfter(now)).toList();
    return fixes.isEmpty() ? Optional.empty() : Optional.of(new Track(id, worker, fixes, true));
  }
}
