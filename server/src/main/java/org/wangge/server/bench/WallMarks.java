package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where a page draws marks of a kind, whatever it counts from. Immutable.
 *
 * @param places in widths of the world to the east and to the south
 */
record WallMarks(List<Place> places) {
  /** About a metre. */
  private static final double CELL = 2.5e-8;

  /** A place from wherever, in widths of the world. */
  record Place(double east, double south) {}

  private record Cell(long east, long south) {
    Stream<Cell> around() {
      return Stream.of(-1, 0, 1)
          .flatMap(dx -> Stream.of(-1, 0, 1).map(dy -> new Cell(east + dx, south + dy)));
    }
  }

  WallMarks {
    places = List.copyOf(places);
  }

  /** As pairs of numbers. */
  static WallMarks of(JsonNode pairs) {
    return new WallMarks(
        StreamSupport.stream(pairs.spliterator(), false)
            .map(pair -> new Place(pair.path(0).asDouble(), pair.path(1).asDouble()))
            .toList());
  }

  int count() {
    return places.size();
  }

  /** How many of these or of the others have none of the other page within about a metre. */
  long otherwise(WallMarks others) {
    return missingIn(others) + others.missingIn(this);
  }

  private long missingIn(WallMarks others) {
    Set<Cell> there = new HashSet<>(others.cells());
    return cells().stream().filter(cell -> cell.around().noneMatch(there::contains)).count();
  }

  private List<Cell> cells() {
    double west = places.stream().mapToDouble(Place::east).min().orElse(0);
    double north = places.stream().mapToDouble(Place::south).min().orElse(0);
    return places.stream()
        .map(
            at ->
                new Cell(
                    Math.round((at.east() - west) / CELL), Math.round((at.south() - north) / CELL)))
        .toList();
  }
}
