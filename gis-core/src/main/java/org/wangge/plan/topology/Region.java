package org.wangge.plan.topology;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Mosaic;

/**
 * The ground of one grid or of several neighbours, as an operation sees it. Immutable.
 *
 * @param topology all faces
 * @param grids the grids
 * @param shape their common outline
 * @param scale lengths around there
 */
public record Region(Topology topology, List<Face> grids, LatticeShape shape, GroundScale scale) {

  /**
   * The ground of grids that may be redrawn together.
   *
   * @throws org.wangge.fault.Invalid with code {@code face-unknown}, {@code face-not-a-grid},
   *     {@code face-not-laid}, {@code face-in-pieces}, {@code child-without-outline}, {@code
   *     outside-parent} or {@code faces-apart}
   */
  public static Region of(Topology topology, Collection<String> ids) {
    List<Face> grids = new LinkedHashSet<>(ids).stream().map(topology::getFace).toList();
    grids.forEach(grid -> requireGrid(topology, grid));
    Face first = grids.get(0);
    for (Face grid : grids) {
      if (!grid.parent().equals(first.parent())) {
        throw Refusal.at(
            grid.label(),
            "face",
            "outside-parent",
            Map.of("face", grid.id(), "parent", first.parent().orElse("")));
      }
    }
    Region region = new Region(topology, grids, first.shape(), new GroundScale(first.label()));
    return grids.size() == 1 ? region : region.whole();
  }

  private static void requireGrid(Topology topology, Face grid) {
    Map<String, String> details = Map.of("face", grid.id());
    if (!Topology.isGrid(grid)) {
      throw Refusal.at(grid.label(), "face", "face-not-a-grid", details);
    }
    requireMayEnd(topology, grid);
    if (grid.shape().scaled().getNumGeometries() != 1) {
      throw Refusal.at(grid.label(), "face", "face-in-pieces", details);
    }
  }

  /**
   * Refuses a grid that cannot end, for something hangs from it that is not drawn.
   *
   * @throws org.wangge.fault.Invalid with code {@code face-not-laid} or {@code
   *     child-without-outline}
   */
  public static void requireMayEnd(Topology topology, Face grid) {
    Map<String, String> details = Map.of("face", grid.id());
    if (!topology.isLaid(grid)) {
      throw Refusal.at(grid.label(), "face", "face-not-laid", details);
    }
    if (topology.hasChildWithoutOutline(grid)) {
      throw Refusal.at(grid.label(), "face", "child-without-outline", details);
    }
  }

  private Region whole() {
    LatticeShape outline = topology.mosaic().outline(pieces());
    if (outline.scaled().getNumGeometries() != 1) {
      Face last = grids.get(grids.size() - 1);
      throw Refusal.at(last.label(), "faces", "faces-apart", Map.of("face", last.id()));
    }
    return new Region(topology, grids, outline, scale);
  }

  /** The same grids in a topology with more vertices. */
  public Region in(Topology later) {
    return of(later, grids.stream().map(Face::id).toList());
  }

  /** The first grid. */
  public Face face() {
    return grids.get(0);
  }

  public Set<String> pieces() {
    Set<String> pieces = new LinkedHashSet<>();
    grids.forEach(grid -> pieces.addAll(topology.piecesOf(grid.id())));
    return pieces;
  }

  /** Edges between its pieces, each once. */
  public Set<Edge> innerEdges() {
    Mosaic mosaic = topology.mosaic();
    Set<Edge> inner = new LinkedHashSet<>();
    Set<String> pieces = pieces();
    if (pieces.size() > 1) {
      mosaic.between(pieces, pieces).forEach(edge -> inner.add(edge.undirected()));
    }
    return inner;
  }

  /** Edges between two of its grids, each once. */
  public Set<Edge> bordersOfGrids() {
    Set<Edge> borders = new HashSet<>();
    for (Edge edge : innerEdges()) {
      if (!Optional.ofNullable(topology.gridOf(topology.mosaic().map().left(edge)))
          .equals(Optional.ofNullable(topology.gridOf(topology.mosaic().map().right(edge))))) {
        borders.add(edge);
      }
    }
    return borders;
  }
}
