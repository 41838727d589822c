package org.wangge.plan.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.planar.RingEdges;

/**
 * Makes grids fit together that overlap, leave narrow gaps or have other vertices than their
 * neighbours. Works on lattice numbers and gives the same for the same; an outline that fits is
 * left as it is, vertex for vertex. What would lose most of its ground, or come apart, is not
 * repaired. One use, one thread.
 */
public final class CoverageRepair {
  private final Tolerance tolerance;
  private final Set<String> unfit = new TreeSet<>();

  /**
   * How much may be put right unasked.
   *
   * @param snapMeters a vertex goes to one of another outline when that is nearer
   * @param gapMeters gaps narrower than this are given to a neighbour
   * @param smallSquareMeters so are enclosed gaps smaller than this
   */
  public record Tolerance(double snapMeters, double gapMeters, double smallSquareMeters) {
    /** What may be put right in the base of any plan. */
    public static final Tolerance USUAL = new Tolerance(0.5, 2, 100);
  }

  /**
   * What came of it.
   *
   * @param shapes outlines that are other than they were, by id
   * @param moves vertices that went elsewhere
   * @param unfit ids of outlines that were not repaired
   * @param repairs what was done
   */
  public record Outcome(
      Map<String, LatticeShape> shapes,
      Map<LatticePoint, LatticePoint> moves,
      Set<String> unfit,
      List<Repair> repairs) {}

  public CoverageRepair(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Repairs.
   *
   * @param plots those that do not fit and their neighbours
   * @param loose vertices of the edges that do not fit
   * @param isFree whether ground in a gap between them is nobody else's
   */
  public Outcome repair(List<Plot> plots, Set<LatticePoint> loose, Predicate<LatticeShape> isFree) {
    if (plots.isEmpty()) {
      return new Outcome(Map.of(), Map.of(), Set.copyOf(unfit), List.of());
    }
    GroundScale scale = new GroundScale(plots.get(0).bounds().center());
    VertexSnap snap = VertexSnap.of(plots, loose, scale, tolerance.snapMeters());
    RepairCells cells = RepairCells.of(plots.stream().map(one -> one.mapped(snap::moved)).toList());
    CellOwners owners = new CellOwners(cells, scale, tolerance);
    owners.settle(isFree);
    Map<String, Set<String>> byOwner = owners.byOwner();
    List<Plot> sound = new ArrayList<>();
    plots.forEach(plot -> fit(plot, byOwner, cells.mosaic(), sound));
    if (!sound.equals(plots)) {
      return repair(sound, loose, isFree);
    }
    Map<String, LatticeShape> shapes = changed(plots, byOwner, cells.mosaic());
    List<Repair> repairs = new ArrayList<>(owners.repairs());
    repairs.addAll(moved(snap, plots, scale));
    repairs.addAll(inserted(shapes, plots, snap, repairs));
    return new Outcome(shapes, snap.moves(), Set.copyOf(unfit), repairs);
  }

  /** Keeps a plot as far as the repair leaves it in one piece and most of its ground. */
  private void fit(Plot plot, Map<String, Set<String>> byOwner, Mosaic mosaic, List<Plot> sound) {
    Set<String> all = cellsOf(plot, byOwner);
    if (!keeps(plot.shape(), all, mosaic)) {
      unfit.addAll(plot.outlines().keySet());
      return;
    }
    boolean micros =
        plot.micros().entrySet().stream()
            .allMatch(
                micro ->
                    keeps(
                        micro.getValue(), byOwner.getOrDefault(micro.getKey(), Set.of()), mosaic));
    if (!micros) {
      unfit.addAll(plot.micros().keySet());
    }
    sound.add(micros ? plot : plot.withoutMicros());
  }

  private static boolean keeps(LatticeShape was, Set<String> cells, Mosaic mosaic) {
    long sum = cells.stream().mapToLong(cell -> Pieces.doubledArea(mosaic.shape(cell))).sum();
    return 2 * sum > Pieces.doubledArea(was)
        && mosaic.components(cells, Set.of()).size() <= was.scaled().getNumGeometries();
  }

  private static Set<String> cellsOf(Plot plot, Map<String, Set<String>> byOwner) {
    Set<String> cells = new LinkedHashSet<>();
    plot.outlines().keySet().forEach(id -> cells.addAll(byOwner.getOrDefault(id, Set.of())));
    return cells;
  }

  private static Map<String, LatticeShape> changed(
      List<Plot> plots, Map<String, Set<String>> byOwner, Mosaic mosaic) {
    Map<String, LatticeShape> shapes = new LinkedHashMap<>();
    for (Plot plot : plots) {
      plot.outlines()
          .forEach(
              (id, was) -> {
                Set<String> cells =
                    id.equals(plot.grid())
                        ? cellsOf(plot, byOwner)
                        : byOwner.getOrDefault(id, Set.of());
                LatticeShape is = mosaic.outline(cells);
                if (!is.equals(was)) {
                  shapes.put(id, is);
                }
              });
    }
    return shapes;
  }

  /** A line for every vertex that moved: the outlines that had it, then those it went to. */
  private static List<Repair> moved(VertexSnap snap, List<Plot> plots, GroundScale scale) {
    Map<LatticePoint, Set<String>> users = new LinkedHashMap<>();
    snap.moves()
        .forEach(
            (from, to) -> {
              users.put(from, new TreeSet<>());
              users.put(to, new TreeSet<>());
            });
    for (Plot plot : plots) {
      plot.outlines()
          .forEach(
              (id, shape) ->
                  vertices(shape)
                      .forEach(point -> users.getOrDefault(point, new TreeSet<>()).add(id)));
    }
    List<Repair> repairs = new ArrayList<>();
    snap.moves()
        .forEach(
            (from, to) -> {
              Set<String> ids = new LinkedHashSet<>(users.getOrDefault(from, Set.of()));
              ids.addAll(users.getOrDefault(to, Set.of()));
              double meters = scale.meters(from, to);
              repairs.add(new Repair(Repair.Kind.VERTEX, List.copyOf(ids), from, 0, meters));
            });
    return repairs;
  }

  /** A line for every outline that only got vertices which its neighbours had. */
  private static List<Repair> inserted(
      Map<String, LatticeShape> shapes, List<Plot> plots, VertexSnap snap, List<Repair> told) {
    Set<String> known =
        told.stream().flatMap(repair -> repair.areas().stream()).collect(Collectors.toSet());
    Map<String, LatticeShape> before = new TreeMap<>();
    plots.forEach(plot -> before.putAll(plot.outlines()));
    List<Repair> repairs = new ArrayList<>();
    shapes.forEach(
        (id, is) -> {
          if (!known.contains(id)) {
            Set<LatticePoint> fresh = vertices(is);
            before.computeIfPresent(
                id,
                (key, was) -> {
                  vertices(was).forEach(point -> fresh.remove(snap.moved(point)));
                  return was;
                });
            LatticePoint place = fresh.isEmpty() ? is.labelPoint() : fresh.iterator().next();
            repairs.add(new Repair(Repair.Kind.VERTEX, List.of(id), place, 0, 0));
          }
        });
    return repairs;
  }

  private static Set<LatticePoint> vertices(LatticeShape shape) {
    Set<LatticePoint> vertices = new LinkedHashSet<>();
    RingEdges.edges(shape).forEach(edge -> vertices.add(edge.a()));
    return vertices;
  }

  /** Vertices of some edges, as places. */
  public static Set<LatticePoint> vertices(Geometry edges) {
    Set<LatticePoint> vertices = new HashSet<>();
    for (var coordinate : edges.getCoordinates()) {
      vertices.add(GroundScale.rounded(coordinate));
    }
    return vertices;
  }
}
