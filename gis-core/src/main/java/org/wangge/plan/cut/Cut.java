package org.wangge.plan.cut;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;

/**
 * A region divided along new borders, nothing yet given to anybody. Immutable.
 *
 * @param region before it, with the nodes of the borders
 * @param mosaic after it
 * @param origins the piece that each piece of the region is of: itself where it is whole
 * @param borders edges of the new borders, each once
 * @param paths the new borders, node by node
 */
public record Cut(
    Region region,
    Mosaic mosaic,
    Map<String, String> origins,
    Set<Edge> borders,
    List<List<LatticePoint>> paths) {

  /** Nothing divided. */
  public static Cut none(Region region) {
    Map<String, String> origins = new LinkedHashMap<>();
    region.pieces().forEach(piece -> origins.put(piece, piece));
    return new Cut(region, region.topology().mosaic(), origins, Set.of(), List.of());
  }

  /**
   * Divides every piece of the region that a new border runs through.
   *
   * @throws org.wangge.fault.Invalid with code {@code line-meets-hole} where it runs from a hole of
   *     a piece to another border, which divides nothing
   */
  public static Cut along(Noding noding) {
    Region region = noding.region();
    Mosaic mosaic = region.topology().mosaic();
    Set<String> pieces = region.pieces();
    Map<Edge, String> cuts = new LinkedHashMap<>();
    for (Edge edge : noding.edges()) {
      if (!mosaic.map().has(edge)) {
        cuts.put(edge, pieceAt(mosaic, pieces, edge));
      }
    }
    Mosaic.Division division = mosaic.divided(cuts);
    for (Edge slit : division.slits()) {
      Coordinate middle = GroundScale.place(slit.a(), slit.b(), 0.5);
      throw Refusal.at(middle, "line", "line-meets-hole", Map.of("face", region.face().id()));
    }
    Map<String, String> origins = new LinkedHashMap<>();
    for (String piece : pieces) {
      division.pieces().getOrDefault(piece, List.of(piece)).forEach(one -> origins.put(one, piece));
    }
    return new Cut(region, division.mosaic(), origins, noding.edges(), noding.paths());
  }

  private static String pieceAt(Mosaic mosaic, Set<String> pieces, Edge edge) {
    Coordinate middle = GroundScale.place(edge.a(), edge.b(), 0.5);
    return pieces.stream()
        .filter(piece -> Pieces.holds(mosaic.shape(piece).scaled(), middle))
        .findFirst()
        .orElseThrow(() -> Refusal.at(middle, "line", "line-too-close", Map.of()));
  }

  public Set<String> pieces() {
    return new LinkedHashSet<>(origins.keySet());
  }

  /** The pieces by what hangs together without stepping over some edges. */
  public List<Set<String>> parts(Set<Edge> barriers) {
    return mosaic.components(pieces(), barriers);
  }

  /** Ground of some pieces, in square lattice units, doubled. */
  public long doubledArea(Set<String> some) {
    return some.stream().mapToLong(piece -> Pieces.doubledArea(mosaic.shape(piece))).sum();
  }
}
