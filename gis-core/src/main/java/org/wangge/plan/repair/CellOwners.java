package org.wangge.plan.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Pieces;

/** Gives every cell of dirty ground to one outline, and says what was given. */
final class CellOwners {
  private final RepairCells cells;
  private final GroundScale scale;
  private final CoverageRepair.Tolerance tolerance;
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final Map<Given, List<String>> report = new LinkedHashMap<>();

  /** Whose ground went where, for one line of the report. */
  private record Given(Repair.Kind kind, String owner, Set<String> areas) {}

  CellOwners(RepairCells cells, GroundScale scale, CoverageRepair.Tolerance tolerance) {
    this.cells = cells;
    this.scale = scale;
    this.tolerance = tolerance;
  }

  /**
   * Does it.
   *
   * @param mayFill whether a gap is nobody's ground that the repair does not know
   */
  void settle(Predicate<LatticeShape> mayFill) {
    List<String> contested = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    cells
        .claims()
        .forEach(
            (cell, claims) -> {
              if (claims.size() == 1) {
                owners.put(cell, claims.iterator().next());
              } else if (claims.size() > 1) {
                contested.add(cell);
              } else if (isSmall(cell) && mayFill.test(cells.mosaic().shape(cell))) {
                gaps.add(cell);
              }
            });
    settleAll(Repair.Kind.OVERLAP, contested);
    settleAll(Repair.Kind.GAP, gaps);
    settleScattered();
  }

  /** Largest first; what has no neighbour that may have it yet waits until it has. */
  private void settleAll(Repair.Kind kind, List<String> open) {
    List<String> waiting = new ArrayList<>(open);
    waiting.sort(Comparator.comparingLong((String cell) -> -doubled(cell)));
    boolean went = true;
    while (went && !waiting.isEmpty()) {
      went = waiting.removeIf(cell -> settle(kind, cell));
    }
    if (kind == Repair.Kind.OVERLAP) {
      // Ground that only contested ground surrounds: the first in order has it.
      for (String cell : waiting) {
        Set<String> claims = claims(cell);
        give(kind, cell, claims.iterator().next(), claims);
      }
    }
  }

  private Set<String> claims(String cell) {
    return cells.claims().getOrDefault(cell, Set.of());
  }

  private boolean settle(Repair.Kind kind, String cell) {
    Map<String, Double> borders = borders(cell);
    Set<String> areas = new LinkedHashSet<>(claims(cell));
    if (kind == Repair.Kind.OVERLAP) {
      borders.keySet().retainAll(areas);
    } else {
      areas.addAll(borders.keySet());
    }
    Optional<String> owner = longest(borders);
    owner.ifPresent(id -> give(kind, cell, id, areas));
    return owner.isPresent();
  }

  private static Optional<String> longest(Map<String, Double> borders) {
    // Among equals the first by id: the map is sorted, and only a longer one takes its place.
    String best = null;
    double most = 0;
    for (Map.Entry<String, Double> border : borders.entrySet()) {
      if (border.getValue() > most) {
        most = border.getValue();
        best = border.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  private void give(Repair.Kind kind, String cell, String owner, Set<String> areas) {
    owners.put(cell, owner);
    report.computeIfAbsent(new Given(kind, owner, areas), key -> new ArrayList<>()).add(cell);
  }

  /** Metres of border that a cell shares with the ground of each owner. */
  private Map<String, Double> borders(String cell) {
    Map<String, Double> borders = new TreeMap<>();
    cells
        .mosaic()
        .bordersOf(cell)
        .forEach(
            (other, edges) -> {
              String owner = owners.get(other);
              if (owner != null) {
                double meters =
                    edges.stream().mapToDouble(edge -> scale.meters(edge.a(), edge.b())).sum();
                borders.merge(owner, meters, Double::sum);
              }
            });
    return borders;
  }

  private long doubled(String cell) {
    return Pieces.doubledArea(cells.mosaic().shape(cell));
  }

  private double squareMeters(String cell) {
    return scale.toMeters(cells.mosaic().shape(cell).scaled()).getArea();
  }

  /** A strip is about as wide as twice its area by its length around. */
  private boolean isSmall(String cell) {
    var ground = scale.toMeters(cells.mosaic().shape(cell).scaled());
    return ground.getArea() < tolerance.smallSquareMeters()
        || 2 * ground.getArea() / ground.getLength() < tolerance.gapMeters();
  }

  /** Small pieces that a repair cut off from the rest of their outline go to whom they touch. */
  private void settleScattered() {
    for (Map.Entry<String, Set<String>> one : byOwner().entrySet()) {
      List<Set<String>> parts = cells.mosaic().components(one.getValue(), Set.of());
      if (parts.size() == 1) {
        continue;
      }
      Set<String> largest =
          parts.stream()
              .max(Comparator.comparingLong(part -> part.stream().mapToLong(this::doubled).sum()))
              .orElseThrow();
      parts.stream()
          .filter(part -> part != largest && part.stream().allMatch(this::isSmall))
          .forEach(part -> part.forEach(cell -> handOver(cell, one.getKey())));
    }
  }

  private void handOver(String cell, String owner) {
    Map<String, Double> borders = borders(cell);
    borders.remove(owner);
    longest(borders)
        .ifPresent(other -> give(Repair.Kind.OVERLAP, cell, other, Set.of(owner, other)));
  }

  /** The cells of each owner. */
  Map<String, Set<String>> byOwner() {
    Map<String, Set<String>> byOwner = new TreeMap<>();
    owners.forEach(
        (cell, owner) -> byOwner.computeIfAbsent(owner, key -> new LinkedHashSet<>()).add(cell));
    return byOwner;
  }

  /** What was given: a line for each owner and those who were concerned. */
  List<Repair> repairs() {
    List<Repair> repairs = new ArrayList<>();
    report.forEach(
        (what, some) -> {
          List<String> areas = new ArrayList<>(List.of(what.owner()));
          what.areas().stream().filter(id -> !id.equals(what.owner())).sorted().forEach(areas::add);
          String largest = some.stream().max(Comparator.comparingLong(this::doubled)).orElseThrow();
          LatticePoint place = cells.mosaic().shape(largest).labelPoint();
          double squareMeters = some.stream().mapToDouble(this::squareMeters).sum();
          repairs.add(new Repair(what.kind(), areas, place, squareMeters, 0));
        });
    return repairs;
  }
}
