package org.wangge.plan.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.planar.RingEdges;

/**
 * The ground of some grids in cells that no outline runs through, laid out on the lattice, and
 * whose each of them might be.
 */
final class RepairCells {
  private final Mosaic mosaic;
  private final Map<String, Set<String>> claims;

  private RepairCells(Mosaic mosaic, Map<String, Set<String>> claims) {
    this.mosaic = mosaic;
    this.claims = claims;
  }

  static RepairCells of(List<Plot> plots) {
    Map<String, LatticeShape> cells = cells(noded(plots));
    STRtree index = new STRtree();
    for (Plot plot : plots) {
      index.insert(plot.box(), plot);
    }
    Map<String, Set<String>> claims = new LinkedHashMap<>();
    cells.forEach((id, shape) -> claims.put(id, claims(index, inside(shape))));
    return new RepairCells(Mosaic.of(cells), claims);
  }

  private static Coordinate inside(LatticeShape cell) {
    return RingEdges.FLOATING.createGeometry(cell.scaled()).getInteriorPoint().getCoordinate();
  }

  /** Every edge between two nodes, once; snap rounding keeps rings closed. */
  private static Set<Edge> noded(List<Plot> plots) {
    Set<Edge> edges = new LinkedHashSet<>();
    for (Plot plot : plots) {
      for (LatticeShape shape : plot.outlines().values()) {
        RingEdges.edges(shape).forEach(edge -> edges.add(edge.undirected()));
      }
    }
    List<SegmentString> strings = new ArrayList<>();
    for (Edge edge : edges) {
      strings.add(new NodedSegmentString(ends(edge), null));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(strings);
    Set<Edge> noded = new LinkedHashSet<>();
    for (Object string : noder.getNodedSubstrings()) {
      Coordinate[] path = ((SegmentString) string).getCoordinates();
      for (int i = 1; i < path.length; i++) {
        noded.add(
            new Edge(GroundScale.rounded(path[i - 1]), GroundScale.rounded(path[i])).undirected());
      }
    }
    return noded;
  }

  private static Coordinate[] ends(Edge edge) {
    return new Coordinate[] {GroundScale.coordinate(edge.a()), GroundScale.coordinate(edge.b())};
  }

  @SuppressWarnings("unchecked")
  private static Map<String, LatticeShape> cells(Set<Edge> edges) {
    Polygonizer polygonizer = new Polygonizer();
    edges.forEach(edge -> polygonizer.add(RingEdges.FLOATING.createLineString(ends(edge))));
    List<Polygon> found = new ArrayList<>((Collection<Polygon>) polygonizer.getPolygons());
    found.forEach(Polygon::normalize);
    found.sort(null);
    Map<String, LatticeShape> cells = new LinkedHashMap<>();
    for (Polygon cell : found) {
      cells.put("c" + (cells.size() + 1), LatticeShape.ofScaled(cell));
    }
    return cells;
  }

  /** A micro-grid's ground is its grid's too; where none is, the grid claims it by itself. */
  @SuppressWarnings("unchecked")
  private static Set<String> claims(STRtree index, Coordinate place) {
    Set<String> claims = new TreeSet<>();
    for (Plot plot : (List<Plot>) index.query(new Envelope(place))) {
      int before = claims.size();
      plot.micros()
          .forEach(
              (id, micro) -> {
                if (Pieces.holds(micro.scaled(), place)) {
                  claims.add(id);
                }
              });
      if (claims.size() == before && Pieces.holds(plot.shape().scaled(), place)) {
        claims.add(plot.grid());
      }
    }
    return claims;
  }

  Mosaic mosaic() {
    return mosaic;
  }

  /** Ids of the outlines that claim each cell. */
  Map<String, Set<String>> claims() {
    return claims;
  }
}
