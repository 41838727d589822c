package org.wangge.plan.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.repair.Plot;

/**
 * The ground that a plan starts from: micro-grids, what they leave of their grid, and grids that
 * have none. Whatever does not fit the others stands by.
 */
final class BaseMosaic {
  private final Mosaic mosaic;
  private final Map<String, String> gridOf;
  private final Set<String> laid;

  private BaseMosaic(Mosaic mosaic, Map<String, String> gridOf, Set<String> laid) {
    this.mosaic = mosaic;
    this.gridOf = gridOf;
    this.laid = laid;
  }

  /** Grids of the tree and their micro-grids, as far as they fit together. */
  static BaseMosaic of(Collection<Face> faces, Set<String> unfit) {
    List<Ground> grounds =
        grounds(faces.stream().filter(face -> !unfit.contains(face.id())).toList());
    List<Ground> fitting = fitting(grounds);
    Map<String, LatticeShape> shapes = new LinkedHashMap<>();
    Map<String, String> gridOf = new LinkedHashMap<>();
    Set<String> laid = new HashSet<>();
    for (Ground ground : fitting) {
      shapes.putAll(ground.pieces());
      ground.pieces().keySet().forEach(piece -> gridOf.put(piece, ground.grid().id()));
      laid.add(ground.grid().id());
      laid.addAll(ground.pieces().keySet());
    }
    return new BaseMosaic(Mosaic.of(shapes), gridOf, laid);
  }

  /** Every grid with its micro-grids, whether they fit or not. */
  static List<Ground> grounds(Collection<Face> faces) {
    Map<String, List<Face>> microsByGrid =
        faces.stream()
            .filter(BaseMosaic::isTree)
            .filter(face -> face.level() == Level.MICRO_GRID && face.parentOrNull() != null)
            .collect(Collectors.groupingBy(face -> face.parent().orElseThrow()));
    List<Ground> grounds = new ArrayList<>();
    for (Face face : faces) {
      if (Topology.isGrid(face)) {
        grounds.add(Ground.of(face, microsByGrid.getOrDefault(face.id(), List.of())));
      }
    }
    return grounds;
  }

  /** Whether a face is a grid or micro-grid of the tree. */
  static boolean isGround(Face face) {
    return isTree(face) && (face.level() == Level.GRID || face.level() == Level.MICRO_GRID);
  }

  private static boolean isTree(Face face) {
    return face.area().key().partition().equals(Partition.TREE);
  }

  /** All but those that overlap others or have not the same nodes where they meet. */
  private static List<Ground> fitting(List<Ground> grounds) {
    List<Ground> fitting = new ArrayList<>(grounds);
    Ground worst = worst(fitting);
    while (worst != null) {
      fitting.remove(worst);
      worst = worst(fitting);
    }
    return fitting;
  }

  private static @Nullable Ground worst(List<Ground> grounds) {
    List<Geometry> shapes = new ArrayList<>();
    List<Ground> owners = new ArrayList<>();
    for (Ground ground : grounds) {
      for (LatticeShape shape : ground.pieces().values()) {
        shapes.add(shape.scaled());
        owners.add(ground);
      }
    }
    Geometry[] faults = CoverageValidator.validate(shapes.toArray(Geometry[]::new));
    Ground worst = null;
    double most = 0;
    for (int i = 0; i < faults.length; i++) {
      if (faults[i] != null && faults[i].getLength() >= most) {
        most = faults[i].getLength();
        worst = owners.get(i);
      }
    }
    return worst;
  }

  Mosaic mosaic() {
    return mosaic;
  }

  /** The grid of each piece. */
  Map<String, String> gridOf() {
    return gridOf;
  }

  /** Ids of the faces that are in it. */
  Set<String> laid() {
    return laid;
  }

  /**
   * A grid and the pieces it is made of.
   *
   * @param grid its face
   * @param pieces outlines by id: its micro-grids and what they leave, or itself
   * @param plot it and its micro-grids as they are
   */
  record Ground(Face grid, Map<String, LatticeShape> pieces, Plot plot) {

    /** Whether its micro-grids, if it has any, fit into it. */
    boolean covered() {
      return plot.micros().isEmpty() || !pieces.containsKey(grid.id());
    }

    static Ground of(Face grid, List<Face> micros) {
      Map<String, LatticeShape> pieces = new LinkedHashMap<>();
      Map<String, LatticeShape> all = new LinkedHashMap<>();
      micros.forEach(micro -> all.put(micro.id(), micro.shape()));
      if (!micros.isEmpty()) {
        micros.forEach(micro -> pieces.put(micro.id(), micro.shape()));
        List<LatticeShape> rests = Pieces.rest(grid.shape(), List.copyOf(pieces.values()));
        for (LatticeShape rest : rests) {
          pieces.put(Topology.restId(grid.id(), pieces.size() - micros.size() + 1), rest);
        }
      }
      long sum = pieces.values().stream().mapToLong(Pieces::doubledArea).sum();
      if (sum != Pieces.doubledArea(grid.shape())) {
        pieces.clear();
        pieces.put(grid.id(), grid.shape());
      }
      return new Ground(grid, pieces, new Plot(grid.id(), grid.shape(), all));
    }
  }
}
